/** A network of one validator for wallets: its addresses, and money for those who ask. */
import { Secp256k1HdWallet } from "@cosmjs/amino";
import { DirectSecp256k1HdWallet, type OfflineSigner } from "@cosmjs/proto-signing";
import { anyOf } from "../../app/client/sign.ts";
import { waitForTx } from "../../app/client/broadcast.ts";
import { query } from "../../app/client/query.ts";
import { sequencedSigner } from "../../app/client/sequence.ts";
import { addressBytes, operatorAddress } from "../../app/lib/address.ts";
import { present } from "../../app/lib/assert.ts";
import { uasi } from "../../app/lib/coin.ts";
import { accountSigner } from "../../localnet/accounts.ts";
import { CHAIN_ID } from "../../localnet/genesis.ts";
import { USER_NAME } from "../../localnet/layout.ts";
import { Query as StakingQuery } from "../../proto/gen/aegis/staking/v1/query.ts";
import { MsgSend } from "../../proto/gen/cosmos/bank/v1beta1/tx.ts";
import { testNetwork } from "./network.ts";

/** What a new wallet gets, in uasi. */
export const GIFT: bigint = 500_000_000n;

/** What wallets of cosmjs are made with. */
export const PREFIX = { prefix: "aegis" } as const;

/** The two ways in which cosmjs signs. */
export type SigningMode = "DIRECT" | "LEGACY_AMINO_JSON";

/** A wallet of cosmjs and its first account. */
export interface FundedWallet {
  readonly wallet: OfflineSigner;
  readonly address: string;
}

/** The network as wallets see it. */
export interface WalletNetwork {
  /** RPC address. */
  readonly url: string;
  /** The validator, `aegisvaloper…`, and the account that operates it. */
  readonly validator: string;
  readonly operator: string;
  /** Gives `GIFT` to an account, in a block. */
  fund(address: string): Promise<void>;
  /** A new wallet with `GIFT`. */
  newWallet(mode: SigningMode): Promise<FundedWallet>;
  close(): Promise<void>;
}

/** Starts it. */
export async function walletNetwork(): Promise<WalletNetwork> {
  const network = await testNetwork({ name: "single", startedResourceNodes: 0 });
  const { rpcs, layout } = network.running;
  const rpc = present(rpcs[0], "an RPC");
  const { validators } = await query(rpc, StakingQuery.Validators);
  const { operator } = present(validators[0], "the network's validator");
  const user = await accountSigner(layout, USER_NAME);
  const giver = sequencedSigner(rpc, user, CHAIN_ID);
  const fund = async (address: string): Promise<void> => {
    const gift = { fromAddress: user.address, toAddress: address, amount: [...uasi(GIFT)] };
    const content = { messages: [anyOf(MsgSend, gift)], gasLimit: 200_000n, fee: 20_000n };
    await waitForTx(rpc, (await giver.send(content)).hash);
  };
  return {
    url: rpc.url,
    validator: operatorAddress(addressBytes(operator)),
    operator,
    fund,
    newWallet: async (mode) => {
      const kind = mode === "DIRECT" ? DirectSecp256k1HdWallet : Secp256k1HdWallet;
      const wallet = await kind.generate(12, PREFIX);
      const { address } = present((await wallet.getAccounts())[0], "an account");
      await fund(address);
      return { wallet, address };
    },
    close: () => network.close(),
  };
}
