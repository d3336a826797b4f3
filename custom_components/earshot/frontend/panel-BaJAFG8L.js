import{D as e,L as t,_ as n,a as r,b as i,bt as a,c as o,dn as s,f as c,g as l,h as u,i as d,m as f,o as p,on as m,p as h,s as g,t as _,tt as v,u as y,v as b,w as x,wt as S,x as C,y as w,yn as T}from"./session-keeper-BrRTXOyx.js";var E=Symbol.for(``),D=e=>{if(e?.r===E)return e?._$litStatic$},O=e=>({_$litStatic$:e,r:E}),k=new Map,A=(e=>(t,...n)=>{let r=n.length,i,a,o=[],s=[],c,l=0,u=!1;for(;l<r;){for(c=t[l];l<r&&(a=n[l],(i=D(a))!==void 0);)c+=i+t[++l],u=!0;l!==r&&s.push(a),o.push(c),l++}if(l===r&&o.push(t[r]),u){let e=o.join(`$$lit$$`);(t=k.get(e))===void 0&&(o.raw=o,k.set(e,t=o)),n=s}return e(t,...n)})(x);function j(e,t){e.dispatchEvent(new CustomEvent(`earshot-toast`,{detail:t,bubbles:!0,composed:!0}))}function M(e){let t=e;for(;t.localName!==`earshot-panel`;){let e=t.getRootNode();if(!(e instanceof ShadowRoot))break;t=e.host}return e=>j(t,e)}var N=class extends c{constructor(...e){super(...e),this.timer=0}static{this.styles=[...c.styles,e`
      :host {
        position: fixed;
        z-index: 10;
        inset-inline: 16px;
        bottom: calc(16px + env(safe-area-inset-bottom));
        display: grid;
        justify-items: center;
        pointer-events: none;
      }
      div {
        display: flex;
        align-items: center;
        gap: 16px;
        min-height: 48px;
        padding: 4px 16px;
        border-radius: 12px;
        background: #2b2f33;
        color: #fff;
        pointer-events: auto;
      }
      button {
        border: none;
        color: #9fd0ff;
      }
    `]}show(e){window.clearTimeout(this.timer),this.shown=e,this.timer=window.setTimeout(()=>{this.shown=void 0},(e.seconds??5)*1e3)}render(){let{shown:e}=this;return x`<section role="status" aria-live="polite">
      ${e===void 0?C:x`<div>${e.text}${e.action?this.button(e.action):C}</div>`}
    </section>`}button(e){return x`<button @click=${()=>{this.shown=void 0,e.run()}}>${e.label}</button>`}};h([n()],N.prototype,`shown`,void 0),N=h([w(`earshot-toasts`)],N);var P=e=>e.role!==`reviewer`,F=[{name:`today`,icon:t,tag:`earshot-today-page`,load:()=>d(()=>import(`./today-page-C2ik6oa3.js`),[],import.meta.url),offeredTo:P},{name:`ledger`,icon:a,tag:`earshot-ledger-page`,load:()=>d(()=>import(`./ledger-page-Ci_yMXV0.js`),[],import.meta.url),offeredTo:P},{name:`satellites`,icon:s,tag:`earshot-satellites-page`,load:()=>d(()=>import(`./satellites-page-BSrvzjNb.js`),[],import.meta.url),offeredTo:P},{name:`leftovers`,icon:T,tag:`earshot-leftovers-page`,load:()=>d(()=>import(`./leftovers-page-BQmPvdkH.js`),[],import.meta.url),offeredTo:P},{name:`proof`,icon:m,tag:`earshot-proof-page`,load:()=>d(()=>import(`./proof-page-Ba6ck_d2.js`),[],import.meta.url),offeredTo:P},{name:`utterance`,icon:void 0,tag:`earshot-utterance-page`,load:()=>d(()=>import(`./utterance-page-BqcDw5Ja.js`),[],import.meta.url),offeredTo:P}],I=class extends i{static{this.styles=[o,f,e`
      :host {
        display: block;
        min-height: 100vh;
        background: var(--primary-background-color);
      }
      header {
        position: sticky;
        z-index: 2;
        top: 0;
        display: flex;
        align-items: center;
        gap: 4px;
        min-height: var(--header-height, 56px);
        padding: env(safe-area-inset-top) 12px 0;
        background: var(--app-header-background-color, var(--primary-color));
        color: var(--app-header-text-color, #fff);
      }
      h1 {
        font-size: 1.25rem;
        margin-inline: 8px 16px;
      }
      nav {
        display: flex;
        flex: 1;
        align-self: stretch;
        overflow-x: auto;
        scrollbar-width: none;
      }
      nav a {
        display: inline-flex;
        align-items: center;
        gap: 8px;
        padding: 0 14px;
        border-bottom: 3px solid transparent;
        color: inherit;
        text-decoration: none;
        white-space: nowrap;
      }
      nav a[aria-current="page"] {
        border-bottom-color: currentColor;
        font-weight: 500;
      }
      nav a:focus-visible {
        outline-color: currentColor;
        outline-offset: -3px;
      }
      :host([narrow]) header {
        flex-wrap: wrap;
      }
      :host([narrow]) nav {
        flex-basis: 100%;
        min-height: 48px;
        margin-inline: -12px;
      }
      main {
        display: block;
        max-width: 1200px;
        margin: 0 auto;
        padding: 16px;
        padding-bottom: calc(80px + env(safe-area-inset-bottom));
      }
      main:focus {
        outline: none;
      }
      .offline {
        display: flex;
        align-items: center;
        justify-content: center;
        gap: 8px;
        padding: 8px 16px;
        background: #3b3f44;
        color: #fff;
      }
    `]}constructor(){super(),this.hass=void 0,this.narrow=!1,this.route=void 0,this.gone=!1,this.loadedPages=new Set,this.keeper=new _(this),this.shownLink=null,this.moved=()=>this.requestUpdate(),this.addEventListener(`earshot-toast`,e=>this.toasts?.show(e.detail)),this.addEventListener(`click`,e=>this.follow(e))}connectedCallback(){super.connectedCallback(),window.addEventListener(`location-changed`,this.moved),window.addEventListener(`popstate`,this.moved)}disconnectedCallback(){super.disconnectedCallback(),window.removeEventListener(`location-changed`,this.moved),window.removeEventListener(`popstate`,this.moved)}get address(){return g(this.route?.path??``,window.location.search)}willUpdate(e){this.hass!==void 0&&e.has(`hass`)&&this.keeper.take(this.hass)}updated(){let e=this.route?.path;this.shownPath!==void 0&&this.shownPath!==e&&this.main?.focus({preventScroll:!0}),this.shownPath=e,this.currentLink!==this.shownLink&&this.currentLink?.scrollIntoView({block:`nearest`,inline:`center`}),this.shownLink=this.currentLink}render(){let{session:e}=this.keeper;if(e===void 0)return this.cannotBegin();let{localize:t}=e,n=this.address,r=F.find(t=>t.name===n?.page&&t.offeredTo(e.me));return x`
      <header>
        <ha-menu-button .hass=${this.hass} .narrow=${this.narrow}></ha-menu-button>
        <h1>Earshot</h1>
        <nav aria-label=${t(`app.pages`)}>${this.menu(e).map(e=>this.link(e,n,t))}</nav>
      </header>
      ${e.connected?C:x`<div class="offline" role="status">
              <earshot-icon .path=${v}></earshot-icon>${t(`app.offline`)}
            </div>`}
      <main tabindex="-1">
        ${r===void 0||n===void 0?this.nowhere(t):this.page(r,n,t)}
      </main>
      <earshot-toasts></earshot-toasts>
    `}menu({me:e}){return F.filter(t=>t.icon!==void 0&&t.offeredTo(e))}link(e,t,n){let r=e.name===t?.page;return x`<a href=${p(e.name)} aria-current=${r?`page`:C}>
      <earshot-icon .path=${e.icon??``}></earshot-icon>${n(`app.page.${e.name}`)}
    </a>`}page(e,t,n){if(this.gone)return y(new u(`unknown_command`,e.name),n);if(!this.loadedPages.has(e.name))return this.load(e),x`<earshot-waiting></earshot-waiting>`;let r=O(e.tag);return A`<${r} .address=${t} ?narrow=${this.narrow}></${r}>`}nowhere(e){return x`<earshot-message .icon=${S} heading=${e(`app.nowhere.title`)}>
      ${e(`app.nowhere.text`)}
      <a slot="action" class="button" href=${p(`today`)}>${e(`app.page.today`)}</a>
    </earshot-message>`}cannotBegin(){let{failed:e,localize:t}=this.keeper;return e===void 0||t===void 0?C:x`<main>${y(e,t,()=>this.keeper.again())}</main>`}async load(e){try{await e.load()}catch{this.gone=!0}this.loadedPages.add(e.name),this.requestUpdate()}follow(e){if(e.defaultPrevented||e.button!==0||e.ctrlKey||e.metaKey||e.shiftKey)return;let t=e.composedPath().find(e=>e instanceof HTMLAnchorElement);if(t===void 0||t.target!==``||t.hasAttribute(`download`))return;let n=new URL(t.href,window.location.href);n.origin===window.location.origin&&/^\/earshot(\/|$)/.test(n.pathname)&&(e.preventDefault(),r(n.pathname+n.search))}};h([b({attribute:!1})],I.prototype,`hass`,void 0),h([b({type:Boolean,reflect:!0})],I.prototype,`narrow`,void 0),h([b({attribute:!1})],I.prototype,`route`,void 0),h([n()],I.prototype,`gone`,void 0),h([n()],I.prototype,`loadedPages`,void 0),h([l(`main`)],I.prototype,`main`,void 0),h([l(`nav a[aria-current]`)],I.prototype,`currentLink`,void 0),h([l(`earshot-toasts`)],I.prototype,`toasts`,void 0),I=h([w(`earshot-panel`)],I);export{M as n,j as t};