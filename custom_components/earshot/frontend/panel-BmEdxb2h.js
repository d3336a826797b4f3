import{At as e,B as t,D as n,Dn as r,Ot as i,Tt as a,_ as o,a as s,b as c,c as l,f as u,g as d,h as f,i as p,it as m,m as h,o as g,p as _,pn as v,s as y,t as b,u as x,v as S,vn as C,w,x as T,y as E}from"./session-keeper-C0Qvh3iv.js";var D=Symbol.for(``),O=e=>{if(e?.r===D)return e?._$litStatic$},k=e=>({_$litStatic$:e,r:D}),A=new Map,j=(e=>(t,...n)=>{let r=n.length,i,a,o=[],s=[],c,l=0,u=!1;for(;l<r;){for(c=t[l];l<r&&(a=n[l],(i=O(a))!==void 0);)c+=i+t[++l],u=!0;l!==r&&s.push(a),o.push(c),l++}if(l===r&&o.push(t[r]),u){let e=o.join(`$$lit$$`);(t=A.get(e))===void 0&&(o.raw=o,A.set(e,t=o)),n=s}return e(t,...n)})(w);function M(e,t){e.dispatchEvent(new CustomEvent(`earshot-toast`,{detail:t,bubbles:!0,composed:!0}))}function N(e){let t=e;for(;t.localName!==`earshot-panel`;){let e=t.getRootNode();if(!(e instanceof ShadowRoot))break;t=e.host}return e=>M(t,e)}var P=class extends u{constructor(...e){super(...e),this.timer=0}static{this.styles=[...u.styles,n`
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
    `]}show(e){window.clearTimeout(this.timer),this.shown=e,this.timer=window.setTimeout(()=>{this.shown=void 0},(e.seconds??5)*1e3)}render(){let{shown:e}=this;return w`<section role="status" aria-live="polite">
      ${e===void 0?T:w`<div>${e.text}${e.action?this.button(e.action):T}</div>`}
    </section>`}button(e){return w`<button @click=${()=>{this.shown=void 0,e.run()}}>${e.label}</button>`}};_([o()],P.prototype,`shown`,void 0),P=_([E(`earshot-toasts`)],P);var F=e=>e.role!==`reviewer`,I=[{name:`today`,icon:t,tag:`earshot-today-page`,load:()=>p(()=>import(`./today-page-Dm3IabEa.js`),[],import.meta.url),offeredTo:F},{name:`ledger`,icon:a,tag:`earshot-ledger-page`,load:()=>p(()=>import(`./ledger-page-DAUZ4t7r.js`),[],import.meta.url),offeredTo:F},{name:`satellites`,icon:C,tag:`earshot-satellites-page`,load:()=>p(()=>import(`./satellites-page-C2f2GfLM.js`),[],import.meta.url),offeredTo:F},{name:`leftovers`,icon:r,tag:`earshot-leftovers-page`,load:()=>p(()=>import(`./leftovers-page-YceSBQwx.js`),[],import.meta.url),offeredTo:F},{name:`sharing`,icon:i,tag:`earshot-sharing-page`,load:()=>p(()=>import(`./sharing-page-AZDR9_xt.js`),[],import.meta.url),offeredTo:F},{name:`proof`,icon:v,tag:`earshot-proof-page`,load:()=>p(()=>import(`./proof-page-eeCzYwB4.js`),[],import.meta.url),offeredTo:F},{name:`utterance`,icon:void 0,tag:`earshot-utterance-page`,load:()=>p(()=>import(`./utterance-page-CapkEk1O.js`),[],import.meta.url),offeredTo:F}],L=class extends c{static{this.styles=[l,h,n`
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
    `]}constructor(){super(),this.hass=void 0,this.narrow=!1,this.route=void 0,this.gone=!1,this.loadedPages=new Set,this.keeper=new b(this),this.shownLink=null,this.moved=()=>this.requestUpdate(),this.addEventListener(`earshot-toast`,e=>this.toasts?.show(e.detail)),this.addEventListener(`click`,e=>this.follow(e))}connectedCallback(){super.connectedCallback(),window.addEventListener(`location-changed`,this.moved),window.addEventListener(`popstate`,this.moved)}disconnectedCallback(){super.disconnectedCallback(),window.removeEventListener(`location-changed`,this.moved),window.removeEventListener(`popstate`,this.moved)}get address(){return y(this.route?.path??``,window.location.search)}willUpdate(e){this.hass!==void 0&&e.has(`hass`)&&this.keeper.take(this.hass)}updated(){let e=this.route?.path;this.shownPath!==void 0&&this.shownPath!==e&&this.main?.focus({preventScroll:!0}),this.shownPath=e,this.currentLink!==this.shownLink&&this.currentLink?.scrollIntoView({block:`nearest`,inline:`center`}),this.shownLink=this.currentLink}render(){let{session:e}=this.keeper;if(e===void 0)return this.cannotBegin();let{localize:t}=e,n=this.address,r=I.find(t=>t.name===n?.page&&t.offeredTo(e.me));return w`
      <header>
        <ha-menu-button .hass=${this.hass} .narrow=${this.narrow}></ha-menu-button>
        <h1>Earshot</h1>
        <nav aria-label=${t(`app.pages`)}>${this.menu(e).map(e=>this.link(e,n,t))}</nav>
      </header>
      ${e.connected?T:w`<div class="offline" role="status">
              <earshot-icon .path=${m}></earshot-icon>${t(`app.offline`)}
            </div>`}
      <main tabindex="-1">
        ${r===void 0||n===void 0?this.nowhere(t):this.page(r,n,t)}
      </main>
      <earshot-toasts></earshot-toasts>
    `}menu({me:e}){return I.filter(t=>t.icon!==void 0&&t.offeredTo(e))}link(e,t,n){let r=e.name===t?.page;return w`<a href=${g(e.name)} aria-current=${r?`page`:T}>
      <earshot-icon .path=${e.icon??``}></earshot-icon>${n(`app.page.${e.name}`)}
    </a>`}page(e,t,n){if(this.gone)return x(new f(`unknown_command`,e.name),n);if(!this.loadedPages.has(e.name))return this.load(e),w`<earshot-waiting></earshot-waiting>`;let r=k(e.tag);return j`<${r} .address=${t} ?narrow=${this.narrow}></${r}>`}nowhere(t){return w`<earshot-message .icon=${e} heading=${t(`app.nowhere.title`)}>
      ${t(`app.nowhere.text`)}
      <a slot="action" class="button" href=${g(`today`)}>${t(`app.page.today`)}</a>
    </earshot-message>`}cannotBegin(){let{failed:e,localize:t}=this.keeper;return e===void 0||t===void 0?T:w`<main>${x(e,t,()=>this.keeper.again())}</main>`}async load(e){try{await e.load()}catch{this.gone=!0}this.loadedPages.add(e.name),this.requestUpdate()}follow(e){if(e.defaultPrevented||e.button!==0||e.ctrlKey||e.metaKey||e.shiftKey)return;let t=e.composedPath().find(e=>e instanceof HTMLAnchorElement);if(t===void 0||t.target!==``||t.hasAttribute(`download`))return;let n=new URL(t.href,window.location.href);n.origin===window.location.origin&&/^\/earshot(\/|$)/.test(n.pathname)&&(e.preventDefault(),s(n.pathname+n.search))}};_([S({attribute:!1})],L.prototype,`hass`,void 0),_([S({type:Boolean,reflect:!0})],L.prototype,`narrow`,void 0),_([S({attribute:!1})],L.prototype,`route`,void 0),_([o()],L.prototype,`gone`,void 0),_([o()],L.prototype,`loadedPages`,void 0),_([d(`main`)],L.prototype,`main`,void 0),_([d(`nav a[aria-current]`)],L.prototype,`currentLink`,void 0),_([d(`earshot-toasts`)],L.prototype,`toasts`,void 0),L=_([E(`earshot-panel`)],L);export{N as n,M as t};