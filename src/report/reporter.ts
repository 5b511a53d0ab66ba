import type { Audit } from "../model/audit.ts";
import type { CheckReport } from "../model/finding.ts";
import type { Service } from "../model/ownership.ts";
import type { Problem } from "../model/problem.ts";
import type { RuleMeta } from "../model/rule.ts";
import type { TableLookup } from "../model/table-usage.ts";
import type { TableAccess } from "../model/table-access.ts";

/** Turns a check's report into what is printed. Pure; the text ends with a line end unless it is empty. */
export interface Reporter {
  readonly name: string;
  /** A few words for lists. */
  readonly description: string;
  render(report: CheckReport, context: ReportContext): string;
}

/** The same for the inventory of accesses. */
export interface AccessReporter {
  readonly name: string;
  readonly description: string;
  render(inventory: AccessInventory, context: ReportContext): string;
}

/** The same for audits. */
export interface AuditReporter {
  readonly name: string;
  readonly description: string;
  render(audit: Audit, context: ReportContext): string;
}

/** The same for a table's users. */
export interface UsageReporter {
  readonly name: string;
  readonly description: string;
  render(lookup: TableLookup, context: ReportContext): string;
}

/** Every access found, with the service whose code it stands in. */
export interface AccessInventory {
  readonly accesses: readonly { readonly access: TableAccess; readonly service: Service | undefined }[];
  readonly problems: readonly Problem[];
  readonly files: number;
}

export interface ReportContext {
  /** The text of a file by its path in the report; undefined where it cannot be had. */
  sourceText(path: string): string | undefined;
  readonly colors: boolean;
  readonly toolVersion: string;
  /** At most so many findings, accesses or rows of a table are printed; `Infinity` for all. */
  readonly maxDiagnostics: number;
  /** Whether counts by rule and service are wanted. */
  readonly statistics: boolean;
  /** Every rule there is, for formats that list them. */
  readonly rules: readonly RuleMeta[];
  /** The services of ownership.yaml by name, for formats that tell which are clean. */
  readonly services: readonly string[];
  /** Put before the paths of formats that other tools read: from the folder they run in to the root; empty or with a `/` at its end. */
  readonly pathPrefix: string;
}
