// DOMException, after https://webidl.spec.whatwg.org/#idl-DOMException and, for `cause`, Node.
import { nodeError } from "./errors.ts";
import { finishClass } from "./overrides.ts";

const CODES: readonly [name: string, constant: string, code: number][] = [
  ["IndexSizeError", "INDEX_SIZE_ERR", 1],
  ["DOMStringSizeError", "DOMSTRING_SIZE_ERR", 2],
  ["HierarchyRequestError", "HIERARCHY_REQUEST_ERR", 3],
  ["WrongDocumentError", "WRONG_DOCUMENT_ERR", 4],
  ["InvalidCharacterError", "INVALID_CHARACTER_ERR", 5],
  ["NoDataAllowedError", "NO_DATA_ALLOWED_ERR", 6],
  ["NoModificationAllowedError", "NO_MODIFICATION_ALLOWED_ERR", 7],
  ["NotFoundError", "NOT_FOUND_ERR", 8],
  ["NotSupportedError", "NOT_SUPPORTED_ERR", 9],
  ["InUseAttributeError", "INUSE_ATTRIBUTE_ERR", 10],
  ["InvalidStateError", "INVALID_STATE_ERR", 11],
  ["SyntaxError", "SYNTAX_ERR", 12],
  ["InvalidModificationError", "INVALID_MODIFICATION_ERR", 13],
  ["NamespaceError", "NAMESPACE_ERR", 14],
  ["InvalidAccessError", "INVALID_ACCESS_ERR", 15],
  ["ValidationError", "VALIDATION_ERR", 16],
  ["TypeMismatchError", "TYPE_MISMATCH_ERR", 17],
  ["SecurityError", "SECURITY_ERR", 18],
  ["NetworkError", "NETWORK_ERR", 19],
  ["AbortError", "ABORT_ERR", 20],
  ["URLMismatchError", "URL_MISMATCH_ERR", 21],
  ["QuotaExceededError", "QUOTA_EXCEEDED_ERR", 22],
  ["TimeoutError", "TIMEOUT_ERR", 23],
  ["InvalidNodeTypeError", "INVALID_NODE_TYPE_ERR", 24],
  ["DataCloneError", "DATA_CLONE_ERR", 25],
];

/** Constants that outlived their error names: such an error's code is 0. */
const NAMES_WITHOUT_CODE = ["DOMStringSizeError", "NoDataAllowedError", "ValidationError"];

const codeByName = new Map(
  CODES.map(([name, , code]) => [name, NAMES_WITHOUT_CODE.includes(name) ? 0 : code]),
);

const fields = new WeakMap<object, { name: string; message: string }>();

function fieldsOf(value: unknown): { name: string; message: string } {
  const found = fields.get(value as object);
  if (!found) throw nodeError("ERR_INVALID_THIS", 'Value of "this" must be of DOMException');
  return found;
}

// It extends nothing: its prototype would be the host's Error, which can do more than the students' Error.
class DOMException {
  declare readonly name: string;
  declare readonly message: string;
  declare readonly code: number;

  constructor(message: unknown = "", options: unknown = "Error") {
    const given = (typeof options === "object" && options) || { name: options };
    const { name, cause } = given as { name?: unknown; cause?: unknown };
    const self: object = Object.setPrototypeOf(new Error(), new.target.prototype);
    fields.set(self, { name: `${name}`, message: `${message}` });
    if ("cause" in given) {
      Object.defineProperty(self, "cause", { value: cause, writable: true, configurable: true });
    }
    // biome-ignore lint/correctness/noConstructorReturn: only Error itself can make what counts as an error.
    return self as DOMException;
  }

  static {
    const { prototype } = DOMException;
    const getters = {
      get name() {
        return fieldsOf(this).name;
      },
      get message() {
        return fieldsOf(this).message;
      },
      get code() {
        return codeByName.get(fieldsOf(this).name) ?? 0;
      },
    };
    Object.setPrototypeOf(prototype, Error.prototype);
    Object.defineProperties(prototype, Object.getOwnPropertyDescriptors(getters));
    for (const [, constant, value] of CODES) {
      Object.defineProperty(DOMException, constant, { value, enumerable: true });
      Object.defineProperty(prototype, constant, { value, enumerable: true });
    }
    finishClass("DOMException", DOMException);
  }
}

/** A copy of a DOMException, for structuredClone; undefined for anything else. */
export function cloneException(value: object): object | undefined {
  const found = fields.get(value);
  if (!found) return undefined;
  const copy = new DOMException(found.message, found.name);
  const stack = { value: (value as Error).stack, writable: true, enumerable: false, configurable: true };
  return Object.defineProperty(copy, "stack", stack);
}

/** What heads its stack, as an Error's own name and message do; undefined for anything else. */
export function domExceptionHead(value: object): string | undefined {
  const found = fields.get(value);
  return found && `${found.name}: ${found.message}`;
}

/** Shared by all runs, so the caller freezes it. */
const shared = DOMException as unknown as typeof globalThis.DOMException;

export { shared as DOMException };
