/** Transactions, keys, auth and bank of Cosmos, against the encoders that clients use. */
import { expect } from "chai";
import * as theirAuth from "cosmjs-types/cosmos/auth/v1beta1/auth";
import * as theirAuthGenesis from "cosmjs-types/cosmos/auth/v1beta1/genesis";
import * as theirAuthQuery from "cosmjs-types/cosmos/auth/v1beta1/query";
import * as theirBank from "cosmjs-types/cosmos/bank/v1beta1/bank";
import * as theirBankGenesis from "cosmjs-types/cosmos/bank/v1beta1/genesis";
import * as theirBankQuery from "cosmjs-types/cosmos/bank/v1beta1/query";
import * as theirBankTx from "cosmjs-types/cosmos/bank/v1beta1/tx";
import * as theirAbci from "cosmjs-types/cosmos/base/abci/v1beta1/abci";
import * as theirPages from "cosmjs-types/cosmos/base/query/v1beta1/pagination";
import * as theirEd25519 from "cosmjs-types/cosmos/crypto/ed25519/keys";
import * as theirMultisig from "cosmjs-types/cosmos/crypto/multisig/keys";
import * as theirMultisigBits from "cosmjs-types/cosmos/crypto/multisig/v1beta1/multisig";
import * as theirSecp256k1 from "cosmjs-types/cosmos/crypto/secp256k1/keys";
import { SignMode as TheirSignMode } from "cosmjs-types/cosmos/tx/signing/v1beta1/signing";
import * as theirTx from "cosmjs-types/cosmos/tx/v1beta1/tx";
import * as auth from "../../../proto/gen/cosmos/auth/v1beta1/auth.ts";
import * as authGenesis from "../../../proto/gen/cosmos/auth/v1beta1/genesis.ts";
import * as authQuery from "../../../proto/gen/cosmos/auth/v1beta1/query.ts";
import * as bank from "../../../proto/gen/cosmos/bank/v1beta1/bank.ts";
import * as bankGenesis from "../../../proto/gen/cosmos/bank/v1beta1/genesis.ts";
import * as bankQuery from "../../../proto/gen/cosmos/bank/v1beta1/query.ts";
import * as bankTx from "../../../proto/gen/cosmos/bank/v1beta1/tx.ts";
import * as abci from "../../../proto/gen/cosmos/base/abci/v1beta1/abci.ts";
import * as pages from "../../../proto/gen/cosmos/base/query/v1beta1/pagination.ts";
import * as ed25519 from "../../../proto/gen/cosmos/crypto/ed25519/keys.ts";
import * as multisig from "../../../proto/gen/cosmos/crypto/multisig/keys.ts";
import * as multisigBits from "../../../proto/gen/cosmos/crypto/multisig/v1beta1/multisig.ts";
import * as secp256k1 from "../../../proto/gen/cosmos/crypto/secp256k1/keys.ts";
import { SignMode } from "../../../proto/gen/cosmos/tx/signing/v1beta1/signing.ts";
import * as service from "../../../proto/gen/cosmos/tx/v1beta1/service.ts";
import * as tx from "../../../proto/gen/cosmos/tx/v1beta1/tx.ts";
import { type FilePair, testClientBytes } from "../../kit/clientBytes.ts";
import type { MessageValue } from "../../kit/randomMessage.ts";

const FILES: readonly FilePair[] = [
  ["tx", tx, theirTx],
  ["abci", abci, theirAbci],
  ["secp256k1 keys", secp256k1, theirSecp256k1],
  ["ed25519 keys", ed25519, theirEd25519],
  ["multisig keys", multisig, theirMultisig],
  ["multisig bits", multisigBits, theirMultisigBits],
  ["auth", auth, theirAuth],
  ["auth genesis", authGenesis, theirAuthGenesis],
  ["auth queries", authQuery, theirAuthQuery],
  ["bank", bank, theirBank],
  ["bank genesis", bankGenesis, theirBankGenesis],
  ["bank messages", bankTx, theirBankTx],
  ["bank queries", bankQuery, theirBankQuery],
  ["pagination", pages, theirPages],
];

describe("Cosmos messages", () => {
  testClientBytes(FILES);

  it("have the same sign modes by the same numbers", () => {
    for (const [name, number] of Object.entries(SignMode)) {
      expect((TheirSignMode as unknown as MessageValue)[name]).to.equal(number);
    }
  });

  it("have the query paths that clients ask", () => {
    expect(authQuery.Query.Account.path).to.equal("/cosmos.auth.v1beta1.Query/Account");
    expect(bankQuery.Query.AllBalances.path).to.equal("/cosmos.bank.v1beta1.Query/AllBalances");
    expect(service.Service.Simulate.path).to.equal("/cosmos.tx.v1beta1.Service/Simulate");
  });
});
