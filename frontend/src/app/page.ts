import { property } from "lit/decorators.js";
import { EarshotElement } from "../ui/element.js";
import type { Address } from "./address.js";

/** One page of the panel. */
export abstract class EarshotPage extends EarshotElement {
  @property({ attribute: false }) address: Address | undefined = undefined;
  /** Whether the window is as narrow as a phone's. */
  @property({ type: Boolean, reflect: true }) narrow = false;
}
