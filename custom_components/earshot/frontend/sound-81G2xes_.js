import{Ct as e,D as t,N as n,_ as r,f as i,h as a,l as o,o as s,p as c,v as l,w as u,x as d,y as f,yt as p}from"./session-keeper-xz4QIxtX.js";import{n as m}from"./panel-BAsqYquz.js";import{t as h}from"./isolate-CV-Y3VRw.js";import"./dialog-BdQvcO_-.js";async function g(e){try{return await navigator.clipboard.writeText(e),!0}catch{return _(e)}}function _(e){let t=document.createElement(`textarea`);t.value=e,t.style.position=`fixed`,t.style.opacity=`0`,document.body.append(t),t.select();try{return document.execCommand(`copy`)}catch{return!1}finally{t.remove()}}function v(e,t){let n=URL.createObjectURL(new Blob([t],{type:`text/plain;charset=utf-8`})),r=document.createElement(`a`);r.href=n,r.download=e,r.click(),URL.revokeObjectURL(n)}function y(e,t){return E(`sharing.purpose.${e}`,e,t)}function b(e,t){return E(`sharing.purpose_text.${e}`,``,t)}function x(e,t){return E(`sharing.hidden.${e}`,t(`sharing.hidden.unknown`),t)}function S(e,t){return E(`sharing.suspended_why.${e}`,e,t)}function C(e,t){return E(`sharing.state.${e}`,e,t)}function w(e,t,{localize:n,format:r}){let i=e.heard_ms===null?``:r.duration(e.heard_ms),a={desk:h(t),day:r.day(e.at),heard:i,known:e.heard_ms===null?`no`:`yes`},o=`sharing.receipt.${T(e)}`,s=n(o,a);return s===o?n(`sharing.receipt.other`,{...a,action:e.action}):s}function T({action:e,reason:t,heard_ms:n}){return e===`deleted`?`deleted.${t}`:e===`published`?`put_in`:e===`listened`&&n===0?`shown`:e}function E(e,t,n){let r=n(e);return r===e?t:r}var D={deleted:p,raised_danger:n},O=class extends i{constructor(...e){super(...e),this.given=void 0,this.linked=!1,this.withdraw=()=>this.dispatchEvent(new CustomEvent(`withdraw`)),this.open=async()=>{let{donation_id:e}=this.given??{};if(e!==void 0){this.error=void 0;try{let t=await this.session?.client.ask(`earshot/given/get`,{donation_id:e});this.given?.donation_id===e&&(this.opened=t?.receipts)}catch(e){this.error=a.from(e)}}}}static{this.styles=[...i.styles,t`
      :host {
        display: grid;
        gap: 6px;
      }
      ul {
        display: grid;
        gap: 6px;
        margin: 0;
        padding: 0;
        list-style: none;
      }
      li {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        gap: 8px;
      }
      li earshot-icon {
        margin-top: 2px;
        color: var(--es-listened);
      }
      .deleted earshot-icon {
        color: var(--es-inside);
      }
      blockquote {
        margin: 4px 0 0;
        padding-inline-start: 12px;
        border-inline-start: 3px solid var(--es-words);
        overflow-wrap: anywhere;
      }
      .failed {
        color: var(--es-danger);
      }
    `]}willUpdate(){let e=this.given&&`${this.given.donation_id} ${this.given.receipts.length}`;e!==this.shown&&(this.opened=void 0),this.shown=e}render(){let{given:e,session:t}=this;if(e===void 0||t===void 0)return d;let{format:n}=t,r=this.t(`sharing.given.to`,{desk:e.desk,at:n.moment(e.at)});return u`
      <div class="row wrap spread">
        ${this.linked?u`<a href=${s(`utterance`,e.utterance_id)} dir="auto">${r}</a>`:u`<span dir="auto">${r}</span>`}
        <span class="chip">${C(e.state,this.t)}</span>
      </div>
      <div class="muted small">
        ${y(e.purpose,this.t)} · ${n.bytes(e.size)} · ${this.by(e)}
      </div>
      ${e.failure===null?d:u`<div class="failed small">${o(a.from({code:e.failure}),this.t)}</div>`}
      ${this.receipts(e,t)}
      ${e.missing===0?d:u`<div class="failed small">${this.t(`sharing.given.missing`,{count:e.missing})}</div>`}
      ${e.published.length===0?d:u`<div class="small">${this.t(`sharing.receipt.published`,{sets:n.list(e.published)})}</div>`}
      ${this.error===void 0?d:u`<div class="failed small" role="alert">${o(this.error,this.t)}</div>`}
      ${this.buttons(e)}
    `}by({by:e}){return e===`waited`?this.t(`sharing.given.waited`):this.t(`sharing.given.by`,{by:e})}receipts(e,t){return e.receipts.length===0?u`<div class="muted small">${this.t(`sharing.given.no_receipts`)}</div>`:u`<ul>
      ${(this.opened??e.receipts).map(n=>u`<li class=${n.action}>
          <earshot-icon .path=${D[n.action]??`M17,20C16.71,20 16.44,19.94 16.24,19.85C15.53,19.5 15.03,18.97 14.53,17.47C14,15.91 13.06,15.18 12.14,14.47C11.35,13.86 10.53,13.23 9.82,11.94C9.29,11 9,9.93 9,9C9,6.2 11.2,4 14,4C16.8,4 19,6.2 19,9H21C21,5.07 17.93,2 14,2C10.07,2 7,5.07 7,9C7,10.26 7.38,11.65 8.07,12.9C9,14.55 10.05,15.38 10.92,16.05C11.73,16.67 12.31,17.12 12.63,18.1C13.23,19.92 14,20.94 15.36,21.65C15.87,21.88 16.43,22 17,22A4,4 0 0,0 21,18H19A2,2 0 0,1 17,20M7.64,2.64L6.22,1.22C4.23,3.21 3,5.96 3,9C3,12.04 4.23,14.79 6.22,16.78L7.63,15.37C6,13.74 5,11.5 5,9C5,6.5 6,4.26 7.64,2.64M11.5,9A2.5,2.5 0 0,0 14,11.5A2.5,2.5 0 0,0 16.5,9A2.5,2.5 0 0,0 14,6.5A2.5,2.5 0 0,0 11.5,9Z`}></earshot-icon>
          <div>
            <span dir="auto">${w(n,e.desk,t)}</span>
            ${this.written(n)}
          </div>
        </li>`)}
    </ul>`}written({action:e,words:t,unopened:n}){return e!==`labelled`||this.opened===void 0?d:n?u`<div class="muted small">${this.t(`sharing.receipt.unopened`)}</div>`:t===null||t===``?u`<div class="muted small">${this.t(`sharing.receipt.nothing`)}</div>`:u`<blockquote dir="auto">${t}</blockquote>`}buttons(t){let n=this.opened===void 0&&t.receipts.some(e=>e.action===`labelled`),r=t.may_withdraw&&t.state===`given`;return!n&&!r?d:u`<div class="row wrap">
      ${n?u`<button class="plain" title=${this.t(`sharing.receipt.entered`)} @click=${this.open}>
              <earshot-icon .path=${e}></earshot-icon>${this.t(`sharing.receipt.show`)}
            </button>`:d}
      ${r?u`<button class="plain" @click=${this.withdraw}>${this.t(`sharing.given.withdraw`)}</button>`:d}
    </div>`}};c([l({attribute:!1})],O.prototype,`given`,void 0),c([l({type:Boolean})],O.prototype,`linked`,void 0),c([r()],O.prototype,`opened`,void 0),c([r()],O.prototype,`error`,void 0),O=c([f(`earshot-given-one`)],O);function k(e,t){let n=e.map(e=>t(e.at)).sort();return{first:n[0]??``,last:n.at(-1)??``}}function A(e,t,n){let r=e.filter(e=>e.state===`given`);return t===void 0?r:r.filter(e=>n(e.at)>=t.first&&n(e.at)<=t.last)}var j=class extends i{constructor(...e){super(...e),this.given=[],this.open=!1,this.range={first:``,last:``},this.everything=!1,this.busy=!1,this.close=()=>{this.open=!1},this.withdraw=async()=>{this.busy=!0,this.error=void 0;try{let e=this.meant().map(e=>e.donation_id);await this.session?.client.ask(`earshot/given/withdraw`,{donation_ids:e,confirm:!0}),this.open=!1,m(this,{text:this.t(`sharing.withdraw.done`,{count:e.length})}),this.dispatchEvent(new CustomEvent(`changed`))}catch(e){this.error=a.from(e)}this.busy=!1}}static{this.styles=[...i.styles,t`
      .stack {
        gap: 12px;
      }
      fieldset {
        display: grid;
        gap: 4px;
        margin: 0;
        padding: 0;
        border: none;
      }
      .option {
        display: flex;
        align-items: center;
        gap: 12px;
        min-height: 40px;
      }
      .days {
        display: flex;
        flex-wrap: wrap;
        gap: 12px;
      }
      .days label {
        display: grid;
        gap: 4px;
      }
      .error {
        color: var(--es-danger);
      }
    `]}ask(e){let{format:t}=this.session??{};this.one=e,this.everything=!1,this.range=k(this.given,e=>t?.isoDay(e)??``),this.error=void 0,this.open=!0}render(){let e=this.meant(),t=new Set(e.flatMap(({receipts:e})=>e.flatMap(e=>e.published)));return u`<earshot-dialog heading=${this.t(`sharing.withdraw.title`)} ?open=${this.open} @closed=${this.close}>
      <div class="stack">
        ${this.one===void 0?this.choice():d}
        <p>${this.t(`sharing.withdraw.count`,{count:e.length})}</p>
        <p>${this.t(`sharing.withdraw.how`)}</p>
        <p>${this.t(`sharing.withdraw.heard`)}</p>
        <p>
          ${t.size>0?this.t(`sharing.withdraw.published`,{sets:this.session?.format.list([...t])}):this.t(`sharing.withdraw.not_published`)}
        </p>
        ${this.error===void 0?d:u`<p class="error" role="alert">${o(this.error,this.t)}</p>`}
      </div>
      <button slot="actions" @click=${this.close}>${this.t(`ui.cancel`)}</button>
      <button slot="actions" class="filled danger" ?disabled=${e.length===0||this.busy} @click=${this.withdraw}>
        ${this.t(`sharing.withdraw.action`,{count:e.length})}
      </button>
    </earshot-dialog>`}choice(){let e=e=>()=>{this.everything=e},t=e=>{this.range={...this.range,...e}};return u`<fieldset>
        <legend class="visually-hidden">${this.t(`sharing.withdraw.which`)}</legend>
        <label class="option"><input type="radio" name="which" .checked=${!this.everything} @change=${e(!1)} />${this.t(`sharing.withdraw.range`)}</label>
        <label class="option"><input type="radio" name="which" .checked=${this.everything} @change=${e(!0)} />${this.t(`sharing.withdraw.all`)}</label>
      </fieldset>
      ${this.everything?d:u`<div class="days">
              <label>${this.t(`sharing.withdraw.first`)}<input type="date" .value=${this.range.first} @input=${e=>t({first:M(e)})} /></label>
              <label>${this.t(`sharing.withdraw.last`)}<input type="date" .value=${this.range.last} @input=${e=>t({last:M(e)})} /></label>
            </div>`}`}meant(){let{format:e}=this.session??{};return this.one===void 0?A(this.given,this.everything?void 0:this.range,t=>e?.isoDay(t)??``):[this.one]}};c([l({attribute:!1})],j.prototype,`given`,void 0),c([r()],j.prototype,`open`,void 0),c([r()],j.prototype,`one`,void 0),c([r()],j.prototype,`range`,void 0),c([r()],j.prototype,`everything`,void 0),c([r()],j.prototype,`busy`,void 0),c([r()],j.prototype,`error`,void 0),j=c([f(`earshot-withdrawing`)],j);function M(e){return e.target.value}function N(e){return`${s(`sharing`,`offer`)}/${encodeURIComponent(e)}`}var P={403:`not_yours`,404:`content_gone`,503:`content_missing`};async function F(e){let t=await fetch(e,{cache:`no-store`}).catch(()=>void 0);if(t===void 0)throw new a(`connection_lost`,`sound`);if(!t.ok)throw new a(P[t.status]??`unknown_error`,String(t.status));return t.arrayBuffer()}export{b as a,g as c,y as i,v as l,N as n,C as o,x as r,S as s,F as t};