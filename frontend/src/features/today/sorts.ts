import {
  mdiCircle,
  mdiCircleOutline,
  mdiCloseOctagon,
  mdiRhombus,
  mdiSquareOutline,
  mdiStar,
  mdiTriangle,
} from "@mdi/js";
import { css } from "lit";
import type { MarkSort } from "../../api/types.js";

/** The shape of each sort: whoever sees no colours tells them apart by it. */
export const SHAPES: Readonly<Record<MarkSort, string>> = {
  said: mdiCircle,
  false_wake: mdiCircleOutline,
  outside: mdiSquareOutline,
  blocked: mdiCloseOctagon,
  unknown: mdiRhombus,
  left_house: mdiTriangle,
  listened: mdiStar,
};

/** The colour of each sort, as a class. */
export const sortColours = css`
  .said {
    color: var(--es-inside);
  }
  .false_wake,
  .outside {
    color: var(--es-quiet);
  }
  .blocked {
    color: var(--es-danger);
  }
  .unknown {
    color: var(--es-unknown);
  }
  .left_house {
    color: var(--es-outside);
  }
  .listened {
    color: var(--es-listened);
  }
`;
