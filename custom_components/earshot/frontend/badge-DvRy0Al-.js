import{D as e,f as t,p as n,v as r,w as i,y as a}from"./session-keeper-xz4QIxtX.js";import{a as o,n as s,r as c}from"./words-DhG3eQQw.js";var l=e`
  :host {
    display: inline-flex;
    vertical-align: middle;
  }
  span {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    font-size: 0.875rem;
  }
`,u=class extends t{constructor(...e){super(...e),this.place=`unknown`}static{this.styles=[...t.styles,l,e`
      .satellite,
      .sandbox,
      .this_machine {
        color: var(--es-inside);
      }
      .home_network {
        color: var(--es-network);
      }
      .internet {
        color: var(--es-outside);
      }
      .unknown {
        color: var(--es-unknown);
      }
    `]}render(){return i`<span class=${this.place}>
      <earshot-icon .path=${o[this.place]}></earshot-icon>${this.t(`words.place.${this.place}`)}
    </span>`}};n([r()],u.prototype,`place`,void 0),u=n([a(`earshot-place`)],u);var d=class extends t{constructor(...e){super(...e),this.evidence=`unknown`}static{this.styles=[...t.styles,l]}render(){return i`<span class="muted" title=${this.t(`words.evidence_why.${this.evidence}`)}>
      <earshot-icon .path=${s[this.evidence]}></earshot-icon>${this.t(`words.evidence.${this.evidence}`)}
    </span>`}};n([r()],d.prototype,`evidence`,void 0),d=n([a(`earshot-evidence`)],d);var f=class extends t{constructor(...e){super(...e),this.outcome=null}static{this.styles=[...t.styles,l]}render(){let e=this.outcome??`open`;return i`<span>
      <earshot-icon .path=${c[e]}></earshot-icon>${this.t(`words.outcome.${e}`)}
    </span>`}};n([r({attribute:!1})],f.prototype,`outcome`,void 0),f=n([a(`earshot-outcome`)],f);