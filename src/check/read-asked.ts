import type { Candidates } from "../model/source-file.ts";
import { recallProject, type KeptLinks, type KeptReading } from "./kept-reading.ts";
import { readProject, type AccessInput, type ProjectReading } from "./read-project.ts";

/** A project of which a part may be asked for: without `asked` the candidates are the whole. */
export interface AskedInput extends AccessInput {
  /** Whether a file is asked for, be it there or not. */
  readonly asked?: (path: string) => boolean;
  /** Every file of the project, where the candidates are a part of it. */
  readonly everything?: () => Candidates;
  /** The candidates among some files of the project. */
  readonly among?: (paths: readonly string[]) => Candidates;
  /** What earlier runs found out about which files must be read together. */
  readonly links?: KeptLinks;
}

/** What was read of the files asked for, and of the whole project where that had to be read. */
export interface AskedReading {
  readonly reading: ProjectReading;
  readonly whole?: ProjectReading;
}

/**
 * What a reading of the whole project would find in the files asked for: they are read along with those that decide on them, where an earlier
 * run has found out which these are, else with all.
 */
export function readAsked(input: AskedInput, kept: KeptReading | undefined): AskedReading {
  const { asked, everything, among, links, candidates, project } = input;
  if (!asked || !everything) return { reading: recallProject(input, kept) };
  const known = among && links?.load();
  if (known) {
    const paths = project.paths.filter(asked);
    const near = new Set([...paths, ...paths.flatMap((path) => [...known.around(path)]), ...known.effects()]);
    return { reading: partOf(readProject({ ...input, candidates: among([...near]) }), asked, candidates.looked) };
  }
  const whole = readProject({ ...input, candidates: everything() });
  links?.save(whole.links);
  return { reading: partOf(whole, asked, candidates.looked), whole };
}

function partOf(reading: ProjectReading, asked: (path: string) => boolean, files: number): ProjectReading {
  return {
    ...reading,
    accesses: reading.accesses.filter(({ access }) => asked(access.place.path)),
    declared: reading.declared.filter(({ place }) => asked(place.path)),
    problems: reading.problems.filter(({ path }) => asked(path)),
    files,
  };
}
