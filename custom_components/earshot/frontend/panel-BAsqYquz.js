import{D as e,In as t,Nt as n,Ot as r,Tn as i,V as a,_ as o,a as s,at as c,b as l,c as u,f as d,g as f,h as p,i as m,j as h,jt as g,m as _,o as v,p as y,s as b,t as x,u as S,v as C,w,x as T,y as E,yn as D,zn as O}from"./session-keeper-xz4QIxtX.js";var k=Symbol.for(``),A=e=>{if(e?.r===k)return e?._$litStatic$},j=e=>({_$litStatic$:e,r:k}),M=new Map,N=(e=>(t,...n)=>{let r=n.length,i,a,o=[],s=[],c,l=0,u=!1;for(;l<r;){for(c=t[l];l<r&&(a=n[l],(i=A(a))!==void 0);)c+=i+t[++l],u=!0;l!==r&&s.push(a),o.push(c),l++}if(l===r&&o.push(t[r]),u){let e=o.join(`$$lit$$`);(t=M.get(e))===void 0&&(o.raw=o,M.set(e,t=o)),n=s}return e(t,...n)})(w);function P(e,t){e.dispatchEvent(new CustomEvent(`earshot-toast`,{detail:t,bubbles:!0,composed:!0}))}function F(e){let t=e;for(;t.localName!==`earshot-panel`;){let e=t.getRootNode();if(!(e instanceof ShadowRoot))break;t=e.host}return e=>P(t,e)}var I=class extends d{constructor(...e){super(...e),this.timer=0}static{this.styles=[...d.styles,e`
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
    </section>`}button(e){return w`<button @click=${()=>{this.shown=void 0,e.run()}}>${e.label}</button>`}};y([o()],I.prototype,`shown`,void 0),I=y([E(`earshot-toasts`)],I);function L(e){return w`<earshot-message .icon=${O} heading=${e(`review.second_factor.title`)}>
    ${e(`review.second_factor.text`)}
    <a slot="action" class="button" href="/profile/security">${e(`review.second_factor.profile`)}</a>
  </earshot-message>`}var R=e=>e.role!==`reviewer`,z=[{name:`today`,icon:a,tag:`earshot-today-page`,load:()=>m(()=>import(`./today-page-jkz90d9e.js`),[],import.meta.url),offeredTo:R},{name:`ledger`,icon:r,tag:`earshot-ledger-page`,load:()=>m(()=>import(`./ledger-page-Drzh2IKT.js`),[],import.meta.url),offeredTo:R},{name:`satellites`,icon:i,tag:`earshot-satellites-page`,load:()=>m(()=>import(`./satellites-page-D4nQv15R.js`),[],import.meta.url),offeredTo:R},{name:`leftovers`,icon:t,tag:`earshot-leftovers-page`,load:()=>m(()=>import(`./leftovers-page-CCyWoszN.js`),[],import.meta.url),offeredTo:R},{name:`sharing`,icon:g,tag:`earshot-sharing-page`,load:()=>m(()=>import(`./sharing-page-CQknp4F9.js`),[],import.meta.url),offeredTo:R},{name:`proof`,icon:D,tag:`earshot-proof-page`,load:()=>m(()=>import(`./proof-page-BrWWflcc.js`),[],import.meta.url),offeredTo:R},{name:`review`,icon:h,tag:`earshot-review-page`,load:()=>m(()=>import(`./review-page-B5UpVoIl.js`),[],import.meta.url),offeredTo:e=>e.has_desk&&(e.role===`admin`||e.reviews)},{name:`utterance`,icon:void 0,tag:`earshot-utterance-page`,load:()=>m(()=>import(`./utterance-page-BZk9WE_b.js`),[],import.meta.url),offeredTo:R}],B=class extends l{static{this.styles=[u,_,e`
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
    `]}constructor(){super(),this.hass=void 0,this.narrow=!1,this.route=void 0,this.gone=!1,this.loadedPages=new Set,this.keeper=new x(this),this.shownLink=null,this.moved=()=>this.requestUpdate(),this.addEventListener(`earshot-toast`,e=>this.toasts?.show(e.detail)),this.addEventListener(`click`,e=>this.follow(e))}connectedCallback(){super.connectedCallback(),window.addEventListener(`location-changed`,this.moved),window.addEventListener(`popstate`,this.moved)}disconnectedCallback(){super.disconnectedCallback(),window.removeEventListener(`location-changed`,this.moved),window.removeEventListener(`popstate`,this.moved)}get address(){return b(this.route?.path??``,window.location.search)}addressFor(e){let{address:t}=this,n=(this.route?.path??``).replaceAll(`/`,``);return t!==void 0&&n===``?{...t,page:V(e)}:t}willUpdate(e){this.hass!==void 0&&e.has(`hass`)&&this.keeper.take(this.hass)}updated(){let e=this.route?.path;this.shownPath!==void 0&&this.shownPath!==e&&this.main?.focus({preventScroll:!0}),this.shownPath=e,this.currentLink!==this.shownLink&&this.currentLink?.scrollIntoView({block:`nearest`,inline:`center`}),this.shownLink=this.currentLink}render(){let{session:e}=this.keeper;if(e===void 0)return this.cannotBegin();let{localize:t}=e,n=this.addressFor(e),r=z.find(t=>t.name===n?.page&&t.offeredTo(e.me));return w`
      <header>
        <ha-menu-button .hass=${this.hass} .narrow=${this.narrow}></ha-menu-button>
        <h1>Earshot</h1>
        <nav aria-label=${t(`app.pages`)}>${this.menu(e).map(e=>this.link(e,n,t))}</nav>
      </header>
      ${e.connected?T:w`<div class="offline" role="status">
              <earshot-icon .path=${c}></earshot-icon>${t(`app.offline`)}
            </div>`}
      <main tabindex="-1">
        ${r===void 0||n===void 0?this.nowhere(t,V(e)):this.page(r,n,t)}
      </main>
      <earshot-toasts></earshot-toasts>
    `}menu({me:e}){return z.filter(t=>t.icon!==void 0&&t.offeredTo(e))}link(e,t,n){let r=e.name===t?.page;return w`<a href=${v(e.name)} aria-current=${r?`page`:T}>
      <earshot-icon .path=${e.icon??``}></earshot-icon>${n(`app.page.${e.name}`)}
    </a>`}page(e,t,n){if(this.gone)return S(new p(`unknown_command`,e.name),n);if(!this.loadedPages.has(e.name))return this.load(e),w`<earshot-waiting></earshot-waiting>`;let r=j(e.tag);return N`<${r} .address=${t} ?narrow=${this.narrow}></${r}>`}nowhere(e,t){return w`<earshot-message .icon=${n} heading=${e(`app.nowhere.title`)}>
      ${e(`app.nowhere.text`)}
      <a slot="action" class="button" href=${v(t)}>${e(`app.page.${t}`)}</a>
    </earshot-message>`}cannotBegin(){let{failed:e,localize:t}=this.keeper;return e===void 0||t===void 0?T:e.code===`second_factor_missing`?w`<main>${L(t)}</main>`:w`<main>${S(e,t,()=>this.keeper.again())}</main>`}async load(e){try{await e.load()}catch{this.gone=!0}this.loadedPages.add(e.name),this.requestUpdate()}follow(e){if(e.defaultPrevented||e.button!==0||e.ctrlKey||e.metaKey||e.shiftKey)return;let t=e.composedPath().find(e=>e instanceof HTMLAnchorElement);if(t===void 0||t.target!==``||t.hasAttribute(`download`))return;let n=new URL(t.href,window.location.href);n.origin===window.location.origin&&/^\/earshot(\/|$)/.test(n.pathname)&&(e.preventDefault(),s(n.pathname+n.search))}};y([C({attribute:!1})],B.prototype,`hass`,void 0),y([C({type:Boolean,reflect:!0})],B.prototype,`narrow`,void 0),y([C({attribute:!1})],B.prototype,`route`,void 0),y([o()],B.prototype,`gone`,void 0),y([o()],B.prototype,`loadedPages`,void 0),y([f(`main`)],B.prototype,`main`,void 0),y([f(`nav a[aria-current]`)],B.prototype,`currentLink`,void 0),y([f(`earshot-toasts`)],B.prototype,`toasts`,void 0),B=y([E(`earshot-panel`)],B);function V({me:e}){return z.find(t=>t.icon!==void 0&&t.offeredTo(e))?.name??`today`}export{P as n,F as r,L as t};