// Generated from proto/cosmos/auth/v1beta1/query.proto by "npm run proto". Do not edit.
import { codec, type Codec, type Method } from "../../../../wire/codec.ts";
import type { Reader } from "../../../../wire/reader.ts";
import type { Writer } from "../../../../wire/writer.ts";
import { BaseAccount, Params } from "./auth.ts";
import { PageRequest, PageResponse } from "../../base/query/v1beta1/pagination.ts";
import { Any } from "../../../google/protobuf/any.ts";

export interface QueryAccountsRequest {
  readonly pagination: PageRequest | undefined;
}

function writeQueryAccountsRequest(w: Writer, m: QueryAccountsRequest): void {
  if (m.pagination !== undefined) {
    w.tag(10);
    { const s = w.open(); PageRequest.write(w, m.pagination); w.close(s); }
  }
}

function readQueryAccountsRequest(r: Reader): QueryAccountsRequest {
  let f1: PageRequest | undefined = undefined;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10: {
        r.single(last, tag);
        const outer = r.enter();
        f1 = PageRequest.read(r);
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { pagination: f1 };
}

export const QueryAccountsRequest: Codec<QueryAccountsRequest> = codec<QueryAccountsRequest>({
  typeUrl: "/cosmos.auth.v1beta1.QueryAccountsRequest",
  fields: [
    { name: "pagination", jsonName: "pagination", number: 1, kind: "message", repeated: false, optional: true, message: () => PageRequest as Codec<never> },
  ],
  defaults: () => ({ pagination: undefined }),
  write: writeQueryAccountsRequest,
  read: readQueryAccountsRequest,
});

export interface QueryAccountsResponse {
  readonly accounts: readonly Any[];
  readonly pagination: PageResponse | undefined;
}

function writeQueryAccountsResponse(w: Writer, m: QueryAccountsResponse): void {
  for (const v of m.accounts) {
    w.tag(10);
    { const s = w.open(); Any.write(w, v); w.close(s); }
  }
  if (m.pagination !== undefined) {
    w.tag(18);
    { const s = w.open(); PageResponse.write(w, m.pagination); w.close(s); }
  }
}

function readQueryAccountsResponse(r: Reader): QueryAccountsResponse {
  const f1: Any[] = [];
  let f2: PageResponse | undefined = undefined;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10: {
        const outer = r.enter();
        f1.push(Any.read(r));
        r.leave(outer);
        break;
      }
      case 18: {
        r.single(last, tag);
        const outer = r.enter();
        f2 = PageResponse.read(r);
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { accounts: f1, pagination: f2 };
}

export const QueryAccountsResponse: Codec<QueryAccountsResponse> = codec<QueryAccountsResponse>({
  typeUrl: "/cosmos.auth.v1beta1.QueryAccountsResponse",
  fields: [
    { name: "accounts", jsonName: "accounts", number: 1, kind: "message", repeated: true, optional: false, message: () => Any as Codec<never> },
    { name: "pagination", jsonName: "pagination", number: 2, kind: "message", repeated: false, optional: true, message: () => PageResponse as Codec<never> },
  ],
  defaults: () => ({ accounts: [], pagination: undefined }),
  write: writeQueryAccountsResponse,
  read: readQueryAccountsResponse,
});

export interface QueryAccountRequest {
  readonly address: string;
}

function writeQueryAccountRequest(w: Writer, m: QueryAccountRequest): void {
  if (m.address !== "") {
    w.tag(10);
    w.string(m.address);
  }
}

function readQueryAccountRequest(r: Reader): QueryAccountRequest {
  let f1: string = "";
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10:
        r.single(last, tag);
        f1 = r.value(r.string());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { address: f1 };
}

export const QueryAccountRequest: Codec<QueryAccountRequest> = codec<QueryAccountRequest>({
  typeUrl: "/cosmos.auth.v1beta1.QueryAccountRequest",
  fields: [
    { name: "address", jsonName: "address", number: 1, kind: "string", repeated: false, optional: false },
  ],
  defaults: () => ({ address: "" }),
  write: writeQueryAccountRequest,
  read: readQueryAccountRequest,
});

export interface QueryAccountResponse {
  readonly account: Any | undefined;
}

function writeQueryAccountResponse(w: Writer, m: QueryAccountResponse): void {
  if (m.account !== undefined) {
    w.tag(10);
    { const s = w.open(); Any.write(w, m.account); w.close(s); }
  }
}

function readQueryAccountResponse(r: Reader): QueryAccountResponse {
  let f1: Any | undefined = undefined;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10: {
        r.single(last, tag);
        const outer = r.enter();
        f1 = Any.read(r);
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { account: f1 };
}

export const QueryAccountResponse: Codec<QueryAccountResponse> = codec<QueryAccountResponse>({
  typeUrl: "/cosmos.auth.v1beta1.QueryAccountResponse",
  fields: [
    { name: "account", jsonName: "account", number: 1, kind: "message", repeated: false, optional: true, message: () => Any as Codec<never> },
  ],
  defaults: () => ({ account: undefined }),
  write: writeQueryAccountResponse,
  read: readQueryAccountResponse,
});

export interface QueryParamsRequest {
}

function writeQueryParamsRequest(_w: Writer, _m: QueryParamsRequest): void {
}

function readQueryParamsRequest(r: Reader): QueryParamsRequest {
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return {  };
}

export const QueryParamsRequest: Codec<QueryParamsRequest> = codec<QueryParamsRequest>({
  typeUrl: "/cosmos.auth.v1beta1.QueryParamsRequest",
  fields: [
  ],
  defaults: () => ({  }),
  write: writeQueryParamsRequest,
  read: readQueryParamsRequest,
});

export interface QueryParamsResponse {
  readonly params: Params | undefined;
}

function writeQueryParamsResponse(w: Writer, m: QueryParamsResponse): void {
  if (m.params !== undefined) {
    w.tag(10);
    { const s = w.open(); Params.write(w, m.params); w.close(s); }
  }
}

function readQueryParamsResponse(r: Reader): QueryParamsResponse {
  let f1: Params | undefined = undefined;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10: {
        r.single(last, tag);
        const outer = r.enter();
        f1 = Params.read(r);
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { params: f1 };
}

export const QueryParamsResponse: Codec<QueryParamsResponse> = codec<QueryParamsResponse>({
  typeUrl: "/cosmos.auth.v1beta1.QueryParamsResponse",
  fields: [
    { name: "params", jsonName: "params", number: 1, kind: "message", repeated: false, optional: true, message: () => Params as Codec<never> },
  ],
  defaults: () => ({ params: undefined }),
  write: writeQueryParamsResponse,
  read: readQueryParamsResponse,
});

export interface QueryModuleAccountsRequest {
}

function writeQueryModuleAccountsRequest(_w: Writer, _m: QueryModuleAccountsRequest): void {
}

function readQueryModuleAccountsRequest(r: Reader): QueryModuleAccountsRequest {
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return {  };
}

export const QueryModuleAccountsRequest: Codec<QueryModuleAccountsRequest> = codec<QueryModuleAccountsRequest>({
  typeUrl: "/cosmos.auth.v1beta1.QueryModuleAccountsRequest",
  fields: [
  ],
  defaults: () => ({  }),
  write: writeQueryModuleAccountsRequest,
  read: readQueryModuleAccountsRequest,
});

export interface QueryModuleAccountsResponse {
  readonly accounts: readonly Any[];
}

function writeQueryModuleAccountsResponse(w: Writer, m: QueryModuleAccountsResponse): void {
  for (const v of m.accounts) {
    w.tag(10);
    { const s = w.open(); Any.write(w, v); w.close(s); }
  }
}

function readQueryModuleAccountsResponse(r: Reader): QueryModuleAccountsResponse {
  const f1: Any[] = [];
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10: {
        const outer = r.enter();
        f1.push(Any.read(r));
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { accounts: f1 };
}

export const QueryModuleAccountsResponse: Codec<QueryModuleAccountsResponse> = codec<QueryModuleAccountsResponse>({
  typeUrl: "/cosmos.auth.v1beta1.QueryModuleAccountsResponse",
  fields: [
    { name: "accounts", jsonName: "accounts", number: 1, kind: "message", repeated: true, optional: false, message: () => Any as Codec<never> },
  ],
  defaults: () => ({ accounts: [] }),
  write: writeQueryModuleAccountsResponse,
  read: readQueryModuleAccountsResponse,
});

export interface QueryModuleAccountByNameRequest {
  readonly name: string;
}

function writeQueryModuleAccountByNameRequest(w: Writer, m: QueryModuleAccountByNameRequest): void {
  if (m.name !== "") {
    w.tag(10);
    w.string(m.name);
  }
}

function readQueryModuleAccountByNameRequest(r: Reader): QueryModuleAccountByNameRequest {
  let f1: string = "";
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10:
        r.single(last, tag);
        f1 = r.value(r.string());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { name: f1 };
}

export const QueryModuleAccountByNameRequest: Codec<QueryModuleAccountByNameRequest> = codec<QueryModuleAccountByNameRequest>({
  typeUrl: "/cosmos.auth.v1beta1.QueryModuleAccountByNameRequest",
  fields: [
    { name: "name", jsonName: "name", number: 1, kind: "string", repeated: false, optional: false },
  ],
  defaults: () => ({ name: "" }),
  write: writeQueryModuleAccountByNameRequest,
  read: readQueryModuleAccountByNameRequest,
});

export interface QueryModuleAccountByNameResponse {
  readonly account: Any | undefined;
}

function writeQueryModuleAccountByNameResponse(w: Writer, m: QueryModuleAccountByNameResponse): void {
  if (m.account !== undefined) {
    w.tag(10);
    { const s = w.open(); Any.write(w, m.account); w.close(s); }
  }
}

function readQueryModuleAccountByNameResponse(r: Reader): QueryModuleAccountByNameResponse {
  let f1: Any | undefined = undefined;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10: {
        r.single(last, tag);
        const outer = r.enter();
        f1 = Any.read(r);
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { account: f1 };
}

export const QueryModuleAccountByNameResponse: Codec<QueryModuleAccountByNameResponse> = codec<QueryModuleAccountByNameResponse>({
  typeUrl: "/cosmos.auth.v1beta1.QueryModuleAccountByNameResponse",
  fields: [
    { name: "account", jsonName: "account", number: 1, kind: "message", repeated: false, optional: true, message: () => Any as Codec<never> },
  ],
  defaults: () => ({ account: undefined }),
  write: writeQueryModuleAccountByNameResponse,
  read: readQueryModuleAccountByNameResponse,
});

export interface Bech32PrefixRequest {
}

function writeBech32PrefixRequest(_w: Writer, _m: Bech32PrefixRequest): void {
}

function readBech32PrefixRequest(r: Reader): Bech32PrefixRequest {
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return {  };
}

export const Bech32PrefixRequest: Codec<Bech32PrefixRequest> = codec<Bech32PrefixRequest>({
  typeUrl: "/cosmos.auth.v1beta1.Bech32PrefixRequest",
  fields: [
  ],
  defaults: () => ({  }),
  write: writeBech32PrefixRequest,
  read: readBech32PrefixRequest,
});

export interface Bech32PrefixResponse {
  readonly bech32Prefix: string;
}

function writeBech32PrefixResponse(w: Writer, m: Bech32PrefixResponse): void {
  if (m.bech32Prefix !== "") {
    w.tag(10);
    w.string(m.bech32Prefix);
  }
}

function readBech32PrefixResponse(r: Reader): Bech32PrefixResponse {
  let f1: string = "";
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10:
        r.single(last, tag);
        f1 = r.value(r.string());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { bech32Prefix: f1 };
}

export const Bech32PrefixResponse: Codec<Bech32PrefixResponse> = codec<Bech32PrefixResponse>({
  typeUrl: "/cosmos.auth.v1beta1.Bech32PrefixResponse",
  fields: [
    { name: "bech32Prefix", jsonName: "bech32_prefix", number: 1, kind: "string", repeated: false, optional: false },
  ],
  defaults: () => ({ bech32Prefix: "" }),
  write: writeBech32PrefixResponse,
  read: readBech32PrefixResponse,
});

export interface AddressBytesToStringRequest {
  readonly addressBytes: Uint8Array;
}

function writeAddressBytesToStringRequest(w: Writer, m: AddressBytesToStringRequest): void {
  if (m.addressBytes.length > 0) {
    w.tag(10);
    w.bytes(m.addressBytes);
  }
}

function readAddressBytesToStringRequest(r: Reader): AddressBytesToStringRequest {
  let f1: Uint8Array = new Uint8Array(0);
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10:
        r.single(last, tag);
        f1 = r.value(r.bytes());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { addressBytes: f1 };
}

export const AddressBytesToStringRequest: Codec<AddressBytesToStringRequest> = codec<AddressBytesToStringRequest>({
  typeUrl: "/cosmos.auth.v1beta1.AddressBytesToStringRequest",
  fields: [
    { name: "addressBytes", jsonName: "address_bytes", number: 1, kind: "bytes", repeated: false, optional: false },
  ],
  defaults: () => ({ addressBytes: new Uint8Array(0) }),
  write: writeAddressBytesToStringRequest,
  read: readAddressBytesToStringRequest,
});

export interface AddressBytesToStringResponse {
  readonly addressString: string;
}

function writeAddressBytesToStringResponse(w: Writer, m: AddressBytesToStringResponse): void {
  if (m.addressString !== "") {
    w.tag(10);
    w.string(m.addressString);
  }
}

function readAddressBytesToStringResponse(r: Reader): AddressBytesToStringResponse {
  let f1: string = "";
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10:
        r.single(last, tag);
        f1 = r.value(r.string());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { addressString: f1 };
}

export const AddressBytesToStringResponse: Codec<AddressBytesToStringResponse> = codec<AddressBytesToStringResponse>({
  typeUrl: "/cosmos.auth.v1beta1.AddressBytesToStringResponse",
  fields: [
    { name: "addressString", jsonName: "address_string", number: 1, kind: "string", repeated: false, optional: false },
  ],
  defaults: () => ({ addressString: "" }),
  write: writeAddressBytesToStringResponse,
  read: readAddressBytesToStringResponse,
});

export interface AddressStringToBytesRequest {
  readonly addressString: string;
}

function writeAddressStringToBytesRequest(w: Writer, m: AddressStringToBytesRequest): void {
  if (m.addressString !== "") {
    w.tag(10);
    w.string(m.addressString);
  }
}

function readAddressStringToBytesRequest(r: Reader): AddressStringToBytesRequest {
  let f1: string = "";
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10:
        r.single(last, tag);
        f1 = r.value(r.string());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { addressString: f1 };
}

export const AddressStringToBytesRequest: Codec<AddressStringToBytesRequest> = codec<AddressStringToBytesRequest>({
  typeUrl: "/cosmos.auth.v1beta1.AddressStringToBytesRequest",
  fields: [
    { name: "addressString", jsonName: "address_string", number: 1, kind: "string", repeated: false, optional: false },
  ],
  defaults: () => ({ addressString: "" }),
  write: writeAddressStringToBytesRequest,
  read: readAddressStringToBytesRequest,
});

export interface AddressStringToBytesResponse {
  readonly addressBytes: Uint8Array;
}

function writeAddressStringToBytesResponse(w: Writer, m: AddressStringToBytesResponse): void {
  if (m.addressBytes.length > 0) {
    w.tag(10);
    w.bytes(m.addressBytes);
  }
}

function readAddressStringToBytesResponse(r: Reader): AddressStringToBytesResponse {
  let f1: Uint8Array = new Uint8Array(0);
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10:
        r.single(last, tag);
        f1 = r.value(r.bytes());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { addressBytes: f1 };
}

export const AddressStringToBytesResponse: Codec<AddressStringToBytesResponse> = codec<AddressStringToBytesResponse>({
  typeUrl: "/cosmos.auth.v1beta1.AddressStringToBytesResponse",
  fields: [
    { name: "addressBytes", jsonName: "address_bytes", number: 1, kind: "bytes", repeated: false, optional: false },
  ],
  defaults: () => ({ addressBytes: new Uint8Array(0) }),
  write: writeAddressStringToBytesResponse,
  read: readAddressStringToBytesResponse,
});

export interface QueryAccountInfoRequest {
  readonly address: string;
}

function writeQueryAccountInfoRequest(w: Writer, m: QueryAccountInfoRequest): void {
  if (m.address !== "") {
    w.tag(10);
    w.string(m.address);
  }
}

function readQueryAccountInfoRequest(r: Reader): QueryAccountInfoRequest {
  let f1: string = "";
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10:
        r.single(last, tag);
        f1 = r.value(r.string());
        break;
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { address: f1 };
}

export const QueryAccountInfoRequest: Codec<QueryAccountInfoRequest> = codec<QueryAccountInfoRequest>({
  typeUrl: "/cosmos.auth.v1beta1.QueryAccountInfoRequest",
  fields: [
    { name: "address", jsonName: "address", number: 1, kind: "string", repeated: false, optional: false },
  ],
  defaults: () => ({ address: "" }),
  write: writeQueryAccountInfoRequest,
  read: readQueryAccountInfoRequest,
});

export interface QueryAccountInfoResponse {
  readonly info: BaseAccount | undefined;
}

function writeQueryAccountInfoResponse(w: Writer, m: QueryAccountInfoResponse): void {
  if (m.info !== undefined) {
    w.tag(10);
    { const s = w.open(); BaseAccount.write(w, m.info); w.close(s); }
  }
}

function readQueryAccountInfoResponse(r: Reader): QueryAccountInfoResponse {
  let f1: BaseAccount | undefined = undefined;
  let last = 0;
  while (r.at < r.end) {
    const tag = r.tag(last);
    switch (tag) {
      case 10: {
        r.single(last, tag);
        const outer = r.enter();
        f1 = BaseAccount.read(r);
        r.leave(outer);
        break;
      }
      default:
        r.unknown(tag);
    }
    last = tag;
  }
  return { info: f1 };
}

export const QueryAccountInfoResponse: Codec<QueryAccountInfoResponse> = codec<QueryAccountInfoResponse>({
  typeUrl: "/cosmos.auth.v1beta1.QueryAccountInfoResponse",
  fields: [
    { name: "info", jsonName: "info", number: 1, kind: "message", repeated: false, optional: true, message: () => BaseAccount as Codec<never> },
  ],
  defaults: () => ({ info: undefined }),
  write: writeQueryAccountInfoResponse,
  read: readQueryAccountInfoResponse,
});

export const Query: {
  readonly Accounts: Method<QueryAccountsRequest, QueryAccountsResponse>;
  readonly Account: Method<QueryAccountRequest, QueryAccountResponse>;
  readonly Params: Method<QueryParamsRequest, QueryParamsResponse>;
  readonly ModuleAccounts: Method<QueryModuleAccountsRequest, QueryModuleAccountsResponse>;
  readonly ModuleAccountByName: Method<QueryModuleAccountByNameRequest, QueryModuleAccountByNameResponse>;
  readonly Bech32Prefix: Method<Bech32PrefixRequest, Bech32PrefixResponse>;
  readonly AddressBytesToString: Method<AddressBytesToStringRequest, AddressBytesToStringResponse>;
  readonly AddressStringToBytes: Method<AddressStringToBytesRequest, AddressStringToBytesResponse>;
  readonly AccountInfo: Method<QueryAccountInfoRequest, QueryAccountInfoResponse>;
} = {
  Accounts: { path: "/cosmos.auth.v1beta1.Query/Accounts", request: QueryAccountsRequest, response: QueryAccountsResponse },
  Account: { path: "/cosmos.auth.v1beta1.Query/Account", request: QueryAccountRequest, response: QueryAccountResponse },
  Params: { path: "/cosmos.auth.v1beta1.Query/Params", request: QueryParamsRequest, response: QueryParamsResponse },
  ModuleAccounts: { path: "/cosmos.auth.v1beta1.Query/ModuleAccounts", request: QueryModuleAccountsRequest, response: QueryModuleAccountsResponse },
  ModuleAccountByName: { path: "/cosmos.auth.v1beta1.Query/ModuleAccountByName", request: QueryModuleAccountByNameRequest, response: QueryModuleAccountByNameResponse },
  Bech32Prefix: { path: "/cosmos.auth.v1beta1.Query/Bech32Prefix", request: Bech32PrefixRequest, response: Bech32PrefixResponse },
  AddressBytesToString: { path: "/cosmos.auth.v1beta1.Query/AddressBytesToString", request: AddressBytesToStringRequest, response: AddressBytesToStringResponse },
  AddressStringToBytes: { path: "/cosmos.auth.v1beta1.Query/AddressStringToBytes", request: AddressStringToBytesRequest, response: AddressStringToBytesResponse },
  AccountInfo: { path: "/cosmos.auth.v1beta1.Query/AccountInfo", request: QueryAccountInfoRequest, response: QueryAccountInfoResponse },
};
