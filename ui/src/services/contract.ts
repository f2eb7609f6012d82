/** The routes by address, as openapi-fetch reads them. A route written out here stands before the
 * generated one: it says more of what an answer holds. */
import type { paths } from "./api-types";
import type * as s from "./shapes";

interface Get<Answer, Query = object> {
  get: Doing<Answer, Query>;
}
interface Doing<Answer, Query = object, Body = undefined> {
  answer: Answer;
  query: Query;
  body: Body;
}
type Does<Body = undefined, Answer = s.Saved, Query = object> = Doing<Answer, Query, Body>;

interface Was {
  was?: Record<string, unknown>;
}
type Changes<T> = Partial<T> & Was;
interface PlaceOf {
  source: string;
  start_char: number;
  end_char: number;
}
interface CodeWords {
  colour?: string | null;
  definition?: string | null;
  includes?: string | null;
  excludes?: string | null;
  example?: string | null;
  origin?: string | null;
  citation?: string | null;
  codable?: boolean;
}
interface MatrixQuery {
  rows?: string;
  columns?: string;
  count?: string;
  where?: string;
}
interface Option {
  value: string;
  label: string;
  group: string;
}

interface Routes {
  "/api/study": Get<s.StudyHead> & {
    patch: Does<{ title?: string; description?: string | null }>;
  };
  "/api/study/settings/{key}": { put: Does<{ value: string }> };
  "/api/names": Get<{ names: s.NameRow[] }>;
  "/api/frameworks": Get<s.Frameworks> & { post: Does<{ name: string }> };
  "/api/coders": Get<{ coders: s.CoderRow[] }> & { post: Does<{ name: string }> };
  "/api/coders/{id}": { patch: Does<{ name: string }> };

  "/api/sources": Get<s.Page<s.SourceRow>, s.PageQuery>;
  "/api/sources/{id}": Get<s.SourceWhole> & {
    patch: Does<
      Changes<{ name: string; language: string | null; date: string | null; note: string | null }>
    >;
    delete: Does;
  };
  "/api/sources/{id}/restore": { post: Does };
  "/api/sources/remove": { post: Does<{ sources: string[] }> };
  "/api/sources/{id}/text": Get<s.SourceText>;
  "/api/sources/{id}/codings": Get<s.SourceCodings>;
  "/api/sources/{id}/corrections": {
    post: Does<
      { revision: string; text: string; note?: string | null },
      s.Correction,
      { preview?: boolean }
    >;
  };
  "/api/sources/{id}/settle": { post: Does };
  "/api/sources/{id}/media": { put: Does<FormData>; delete: Does };
  "/api/speakers": Get<{ speakers: s.SpeakerRow[]; unlinked: number }, { source?: string }>;
  "/api/speakers/link": {
    post: Does<{ source: string; label: string; participant: string | null; role: string | null }>;
  };
  "/api/speakers/link-by-name": { post: Does };
  "/api/imports": { post: Does<FormData, s.Import> };
  "/api/imports/{id}": Get<s.Import> & { delete: Does<undefined, s.Import> };
  "/api/imports/{id}/choices": {
    put: Does<
      {
        sources: {
          index: number;
          name?: string;
          language?: string;
          labels?: string[];
          leave_out?: boolean;
        }[];
      },
      s.Import
    >;
  };
  "/api/imports/{id}/store": { post: Does<undefined, s.Import> };

  "/api/codes": Get<{ codes: s.CodeRow[]; interviewed: number; sites: number }> & {
    post: Does<CodeWords & { name: string; parent?: string | null }>;
  };
  "/api/codes/{id}": Get<s.CodeWhole> & {
    patch: Does<CodeWords & Was & { name?: string }>;
    delete: Does;
  };
  "/api/codes/{id}/restore": { post: Does };
  "/api/codes/{id}/retire": { post: Does };
  "/api/codes/{id}/reopen": { post: Does };
  "/api/codes/{id}/move": { post: Does<{ parent: string | null; before: string | null }> };
  "/api/codes/{id}/merge": { post: Does<{ into: string }> };
  "/api/codes/{id}/split": { post: Does<{ parts: { name: string; codings: string[] }[] }> };
  "/api/codes/{id}/merge-preview": Get<s.Touch & { already_there: number }, { into: string }>;
  "/api/codes/{id}/passages": Get<
    s.Page<s.PassageRow>,
    s.PageQuery & { below?: boolean; coder?: string; case?: string }
  >;
  "/api/codes/{id}/comparison": Get<
    s.Comparison,
    { source: string; start_char: number; end_char: number; most?: number }
  >;
  "/api/codes/{id}/decisions": {
    post: Does<
      PlaceOf & {
        decision: "same" | "new_code" | "split" | "redefine";
        text?: string;
        new_code?: { name: string; parent?: string | null };
        definition?: string;
      }
    >;
  };
  "/api/codebook/import": {
    post: Does<
      FormData,
      { made: number; updated: number; unchanged: number; saved: s.Saved | null },
      { dry_run?: boolean }
    >;
  };

  "/api/codings": {
    post: Does<
      PlaceOf & {
        code?: string;
        new_code?: { name: string; parent?: string | null; origin?: string };
        region?: number[];
        coder?: string;
        valence?: string | null;
        basis?: string | null;
      }
    >;
  };
  "/api/codings/remove": { post: Does<{ codings: string[] }> };
  "/api/codings/restore": { post: Does<{ codings: string[] }> };
  "/api/codings/recode": { post: Does<{ codings: string[]; code: string }> };
  "/api/codings/{id}": Get<s.CodingWhole> & {
    patch: Does<{
      code?: string;
      start_char?: number;
      end_char?: number;
      valence?: string | null;
      basis?: string | null;
    }>;
  };

  "/api/memos": Get<
    s.Page<s.MemoRow>,
    s.PageQuery & { kind?: string; author?: string; about?: string; source?: string }
  > & {
    post: Does<{
      title: string;
      text?: string;
      kind?: s.MemoKind;
      about?: string;
      passage?: PlaceOf;
    }>;
  };
  "/api/memos/{id}": Get<s.MemoRow> & {
    patch: Does<Changes<{ title: string; text: string; kind: s.MemoKind; about: string | null }>>;
    delete: Does;
  };
  "/api/memos/{id}/restore": { post: Does };

  "/api/sets": Get<{ sets: (s.Named & { size: number })[] }> & {
    post: Does<{ name: string; members?: string[] }>;
  };
  "/api/sets/{id}": Get<s.Named & { members: (s.Named & { kind: string })[] }> & { delete: Does };
  "/api/sets/{id}/members": { post: Does<{ add?: string[]; remove?: string[] }> };
  "/api/queries": Get<{
    queries: (s.Named & { expression: string; description: string | null })[];
  }> & { post: Does<{ name: string; expression: string; description?: string }> };
  "/api/queries/{id}": { delete: Does };

  "/api/cases": Get<s.Cases> & {
    post: Does<{
      name: string;
      kind: string;
      description?: string | null;
      groups?: string[];
      values?: Record<string, s.Value>;
    }>;
  };
  "/api/cases/{id}": {
    patch: Does<Changes<{ name: string; description: string | null }>>;
    delete: Does;
  };
  "/api/cases/{id}/restore": { post: Does };
  "/api/cases/values": { put: Does<{ cells: s.CaseCell[] }> };
  "/api/cases/values/check": { post: Does<{ cells: s.CaseCell[] }, s.CheckedCells> };
  "/api/cases/table": { post: Does<s.CaseTable, s.TableTaken> };
  "/api/cases/table/read": { post: Does<FormData, s.ReadTable> };
  "/api/cases/file": {
    post: Does<FormData, s.TableTaken, { kind?: string; dry_run?: boolean }>;
  };
  "/api/attributes": {
    post: Does<{
      name: string;
      type: s.AttributeRow["type"];
      description?: string | null;
      coarser?: Record<string, string> | null;
    }>;
  };
  "/api/attributes/{id}": {
    patch: Does<
      Changes<{ name: string; description: string | null; coarser: Record<string, string> | null }>
    >;
    delete: Does;
  };
  "/api/attributes/{id}/restore": { post: Does };
  "/api/memberships": {
    post: Does<{
      member: string;
      group: string;
      role?: string | null;
      share?: number | null;
      start_day?: string | null;
      end_day?: string | null;
      counts_as?: boolean | null;
    }>;
  };
  "/api/memberships/{id}": {
    patch: Does<Partial<Omit<s.MembershipRow, "membership" | "id" | "name" | "kind">>>;
    delete: Does;
  };

  "/api/search": Get<s.SearchPage, s.PageQuery & { q: string }>;
  "/api/search/code": {
    post: Does<{ q: string; code: string }, s.Saved & { coded: number }>;
  };
  "/api/matrix/options": Get<{
    rows: Option[];
    columns: Option[];
    counts: { value: string; label: string }[];
  }>;
  "/api/matrix": Get<s.Matrix, MatrixQuery>;
  "/api/matrix/cell": Get<
    s.MatrixCell,
    MatrixQuery & s.PageQuery & { row?: string; column?: string }
  >;

  "/api/history": Get<
    s.Page<s.OperationRow>,
    s.PageQuery & { person?: string; kind?: string; since?: string; until?: string }
  >;
  "/api/history/{operation}": Get<s.OperationWhole>;
  "/api/history/of/{entity}": Get<{ changes: s.ChangeRow[] }>;
  "/api/undo": { post: Does<{ operation?: string }> };
  "/api/redo": { post: Does<{ operation?: string }> };
  "/api/conflicts": Get<{ conflicts: s.ConflictRow[] }>;
  "/api/conflicts/settle": {
    post: Does<{ entity: string; field: string | null; value: s.Value }>;
  };
}

type In<Address> = Address extends `${string}{${infer Name}}${infer Rest}`
  ? Record<Name, string> & In<Rest>
  : object;

type PathOf<Address> = keyof In<Address> extends never
  ? { path?: never }
  : { path: In<Address> };

type QueryOf<Query> = object extends Query
  ? { query?: Query & { as_of?: string } }
  : { query: Query & { as_of?: string } };

type Written<Address, Done> =
  Done extends Doing<infer Answer, infer Query, infer Body>
    ? {
        parameters: PathOf<Address> &
          QueryOf<Query> & { header?: { intent?: string }; cookie?: never };
        requestBody?: [Body] extends [undefined]
          ? never
          : { content: { "application/json": Body } };
        responses: {
          200: { content: { "application/json": Answer } };
          400: { content: { "application/json": { error: s.FailureShape } } };
        };
      }
    : never;

type WrittenPaths = {
  [Address in keyof Routes]: {
    [Method in keyof Routes[Address]]: Written<Address, Routes[Address][Method]>;
  };
};

/** Every route that the desk answers. */
export type Contract = Omit<paths, keyof WrittenPaths> & WrittenPaths;
