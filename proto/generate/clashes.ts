/** Names that two files share: what one imports of the other gets a name of its own. */
import type { FieldSchema, FileSchema } from "./schema.ts";

interface TypeReference {
  readonly name: string;
  readonly path: string;
  /** Its name where it is declared, when `name` is another. */
  readonly original?: string;
}

/** Packages may have messages of one name: the further one is imported as `TendermintBlock`. */
export function withoutClashes(file: FileSchema): FileSchema {
  const taken = new Map<string, string>();
  for (const { name } of [...file.messages, ...file.enums]) taken.set(name, file.path);
  const own = file.path.split("/")[0];
  const isNear = ({ path }: TypeReference): boolean => path.split("/")[0] === own;
  const types = file.messages.flatMap(({ fields }) => fields.flatMap(({ type }) => type ?? []));
  for (const type of [...types.filter(isNear), ...types]) {
    if (!taken.has(type.name)) taken.set(type.name, type.path);
  }
  const rename = (type: TypeReference): TypeReference => {
    if (taken.get(type.name) === type.path) return type;
    const first = type.path.split("/")[0] ?? "";
    const name = `${first.charAt(0).toUpperCase()}${first.slice(1)}${type.name}`;
    return { ...type, name, original: type.name };
  };
  const renamed = ({ type, ...field }: FieldSchema): FieldSchema =>
    type === undefined ? field : { ...field, type: rename(type) };
  const messages = file.messages.map((one) => ({ ...one, fields: one.fields.map(renamed) }));
  return { ...file, messages };
}
