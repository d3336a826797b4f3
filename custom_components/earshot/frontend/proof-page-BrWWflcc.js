import{D as e,Gt as t,H as n,K as r,Kt as i,N as a,Nt as o,W as s,_ as c,_t as l,an as u,bt as d,d as f,f as p,g as m,gt as h,h as g,jt as _,l as v,nt as ee,o as y,p as b,qt as x,ut as S,vn as C,w,x as T,xn as E,y as D}from"./session-keeper-xz4QIxtX.js";import{t as O}from"./page-C7cxgX1z.js";import{n as k}from"./loaded-CD7GJ6Wy.js";import{n as te}from"./panel-BAsqYquz.js";import"./badge-DvRy0Al-.js";var A=6e4,j=[`accessed`,`shared`,`donated`,`reviewed`];function M(e){let t=[];for(let{index:n,record:r}of e){let e=P(n,r),i=t.at(-1);e!==void 0&&(i!==void 0&&N(i,e)?t[t.length-1]={...i,count:i.count+1,utterance:null}:t.push(e))}return t}function N(e,t){return Date.parse(e.at)-Date.parse(t.at)<=A&&e.who===t.who&&e.what===t.what&&e.to===t.to}function P(e,t){switch(t.kind){case`accessed`:return I(e,t,t.who,F[t.how]??`accessed`,``);case`shared`:return I(e,t,t.by,`shared`,t.ear.label);case`donated`:return I(e,t,t.by,`donated`,t.ear.label);case`reviewed`:return I(e,t,t.ear.label,`reviewed`,``);default:return}}var F={words:`words`,sound:`sound`,export:`export`,search:`search`,found:`found`};function I(e,{at:t,utterance_id:n},r,i,a){return{index:e,at:t,who:r,what:i,to:a,count:1,utterance:n}}var L=100,R=class{constructor(e,t){this.host=e,this.kinds=t,this.state={kind:`loading`},this.more=!1,this.busy=!1,e.addController(this)}hostUpdate(){let e=this.host.session?.generation;e!==void 0&&e!==this.generation&&(this.generation=e,this.reload())}async reload(){this.next=void 0,await this.fetch([])}async older(){this.state.kind===`ready`&&this.more&&!this.busy&&await this.fetch(this.state.value)}async fetch(e){let{session:t}=this.host;if(t!==void 0){this.busy=!0,this.host.requestUpdate();try{let{items:n,next:r}=await t.client.ask(`earshot/ledger/events`,{kinds:this.kinds,before:this.next,limit:L});this.next=r??void 0,this.more=r!==null,this.state={kind:`ready`,value:[...e,...n]}}catch(e){this.state={kind:`failed`,error:g.from(e)}}this.busy=!1,this.host.requestUpdate()}}},z={sound:u,export:d,search:x,found:x,shared:C,donated:_,reviewed:l},B=class extends p{constructor(...e){super(...e),this.entries=new R(this,j)}static{this.styles=[...p.styles,e`
      :host {
        display: block;
      }
      .card {
        display: grid;
        gap: 12px;
      }
      ul {
        display: grid;
        margin: 0;
        padding: 0;
        list-style: none;
      }
      li {
        display: grid;
        grid-template-columns: auto 1fr auto;
        gap: 4px 12px;
        padding: 10px 0;
        border-top: 1px solid var(--divider-color);
      }
      li > earshot-icon {
        color: var(--es-muted);
      }
      li span {
        overflow-wrap: anywhere;
      }
      time {
        color: var(--es-muted);
        white-space: nowrap;
      }
    `]}render(){return w`<section class="card" aria-labelledby="accesses">
      <h2 id="accesses">${this.t(`proof.access.title`)}</h2>
      <p class="muted">${this.t(`proof.access.what`)}</p>
      ${f(this.entries.state,this.t,e=>this.list(M(e)),()=>void this.entries.reload())}
    </section>`}list(e){return e.length===0?w`<p>${this.t(`proof.access.nobody`)}</p>`:w`
      <ul>
        ${e.map(e=>this.row(e))}
      </ul>
      ${this.entries.more?w`<div>
              <button ?disabled=${this.entries.busy} @click=${()=>this.entries.older()}>
                ${this.t(`proof.older`)}
              </button>
            </div>`:T}
    `}row({what:e,who:t,to:n,count:r,at:i,utterance:a}){let o=t===``?this.t(`proof.access.somebody`):t;return w`<li>
      <earshot-icon .path=${z[e]??`M12,9A3,3 0 0,1 15,12A3,3 0 0,1 12,15A3,3 0 0,1 9,12A3,3 0 0,1 12,9M12,4.5C17,4.5 21.27,7.61 23,12C21.27,16.39 17,19.5 12,19.5C7,19.5 2.73,16.39 1,12C2.73,7.61 7,4.5 12,4.5M3.18,12C4.83,15.36 8.24,17.5 12,17.5C15.76,17.5 19.17,15.36 20.82,12C19.17,8.64 15.76,6.5 12,6.5C8.24,6.5 4.83,8.64 3.18,12Z`}></earshot-icon>
      <span>
        ${this.t(`proof.access.${e}`,{who:o,to:n,count:r})}
        ${a===null?T:w`<a href=${y(`utterance`,a)}>${this.t(`proof.access.show`)}</a>`}
      </span>
      <time datetime=${i}>${this.session?.format.moment(i)}</time>
    </li>`}};B=b([D(`earshot-accesses-card`)],B);var V=class extends p{constructor(...e){super(...e),this.busy=!1,this.signed=new k(this,async({client:e})=>({shown:await e.ask(`earshot/checkpoint/get`,{}),status:await e.ask(`earshot/ledger/status`),at:new Date}))}static{this.styles=[...p.styles,e`
      :host {
        display: block;
      }
      .card {
        display: flex;
        flex-wrap: wrap;
        gap: 24px;
      }
      img {
        display: block;
        flex: none;
        align-self: flex-start;
        width: min(280px, 100%);
        border-radius: 12px;
      }
      .facts {
        display: grid;
        flex: 1 1 320px;
        gap: 12px;
        align-content: start;
        min-width: 0;
      }
      .size {
        font-size: 1.5rem;
      }
      pre {
        margin: 0;
        padding: 12px;
        border-radius: 8px;
        background: color-mix(in srgb, var(--primary-text-color) 6%, transparent);
        font-size: 0.8rem;
        white-space: pre-wrap;
        overflow-wrap: anywhere;
      }
      summary {
        min-height: 40px;
        padding-block: 8px;
        cursor: pointer;
        color: var(--es-link);
        font-weight: 500;
      }
    `]}render(){return w`<section class="card" aria-labelledby="checkpoint">
      ${f(this.signed.state,this.t,e=>this.view(e),()=>void this.signed.reload())}
    </section>`}view({shown:e,status:t,at:n}){let{checkpoint:r,svg:i,keys:a}=e,o=this.session?.format;return w`
      ${i===null?T:w`<img src=${H(i)} alt=${this.t(`proof.checkpoint.image`)} />`}
      <div class="facts">
        <h2 id="checkpoint">${this.t(`proof.checkpoint.title`)}</h2>
        <p class="size">${this.t(`proof.checkpoint.size`,{count:t.size})}</p>
        <p class="muted" role="status">${this.t(`proof.checkpoint.signed`,{at:o?.time(n,!0)??``})}</p>
        <p>${this.witnessed(t.witnessed)}</p>
        <p class="muted">${this.t(`proof.checkpoint.what`)}</p>
        <div class="row wrap">
          ${r===null?T:w`<button @click=${()=>this.copy(r)}>
                  <earshot-icon .path=${S}></earshot-icon>${this.t(`proof.checkpoint.copy`)}
                </button>`}
          <button ?disabled=${this.busy} @click=${this.again}>
            <earshot-icon .path=${h}></earshot-icon>${this.t(`proof.checkpoint.again`)}
          </button>
        </div>
        ${r===null?T:w`<details>
                <summary>${this.t(`proof.checkpoint.text`)}</summary>
                <pre>${r}</pre>
              </details>`}
        <details>
          <summary>${this.t(`proof.checkpoint.keys`,{count:a.length})}</summary>
          <p class="muted small">${this.t(`proof.checkpoint.keys_what`)}</p>
          <pre>${a.join(`
`)}</pre>
        </details>
      </div>
    `}witnessed(e){if(e===null)return this.t(`proof.checkpoint.never`);let{witness:t,at:n,size:r}=e;return this.t(`proof.checkpoint.witnessed`,{witness:t,at:this.session?.format.moment(n)??``,count:r})}async again(){this.busy=!0,await this.signed.reload(),this.busy=!1}async reload(){await this.signed.reload()}async copy(e){let t=await(navigator.clipboard?.writeText(e).then(()=>!0,()=>!1)??Promise.resolve(!1));te(this,{text:this.t(t?`proof.checkpoint.copied`:`proof.checkpoint.not_copied`)})}};b([c()],V.prototype,`busy`,void 0),V=b([D(`earshot-checkpoint-card`)],V);function H(e){let t=e.includes(`xmlns=`)?e:e.replace(/^<svg\b/,`<svg xmlns="http://www.w3.org/2000/svg"`);return`data:image/svg+xml,${encodeURIComponent(t)}`}var U=200;function W(e=window){return`BarcodeDetector`in e?e.navigator.mediaDevices===void 0?`insecure`:void 0:e.isSecureContext?`unsupported`:`insecure`}var G=class{constructor(e=window){this.scope=e,this.stopped=!1}async read(e){let{BarcodeDetector:t}=this.scope,n=new t({formats:[`qr_code`]}),r=await this.scope.navigator.mediaDevices.getUserMedia({video:{facingMode:`environment`}});if(this.stream=r,this.stopped)this.stop();else for(e.srcObject=r,await e.play();!this.stopped;){let[t]=await n.detect(e);if(t!==void 0)return this.stop(),t.rawValue;await new Promise(e=>setTimeout(e,U))}}stop(){this.stopped=!0;for(let e of this.stream?.getTracks()??[])e.stop()}},K={agrees:r,agrees_unsigned:o,disagrees:a,disagrees_unsigned:o,longer:a,unknown:o},q=class extends p{constructor(...e){super(...e),this.busy=!1,this.scanning=!1,this.refused=!1,this.why=W()}static{this.styles=[...p.styles,e`
      :host {
        display: block;
      }
      .card,
      form {
        display: grid;
        gap: 12px;
      }
      label {
        display: grid;
        gap: 4px;
      }
      textarea {
        width: 100%;
        min-height: 112px;
        padding: 8px 12px;
        font-family: var(--ha-font-family-code, monospace);
        font-size: 0.875rem;
        resize: vertical;
      }
      video {
        width: min(420px, 100%);
        border-radius: 12px;
        background: #000;
      }
      .outcome {
        display: grid;
        grid-template-columns: auto 1fr;
        gap: 4px 12px;
        padding: 16px;
        border: 1px solid currentColor;
        border-radius: 12px;
      }
      .outcome > * {
        grid-column: 2;
      }
      .outcome > earshot-icon {
        grid-row: 1 / span 2;
        grid-column: 1;
        width: 28px;
        height: 28px;
      }
      .outcome p {
        color: var(--primary-text-color);
      }
      .agrees {
        color: var(--es-inside);
      }
      .disagrees,
      .longer {
        color: var(--es-danger);
      }
      .agrees_unsigned,
      .disagrees_unsigned,
      .unknown {
        color: var(--es-unknown);
      }
    `]}disconnectedCallback(){super.disconnectedCallback(),this.stop()}render(){return w`<section class="card" aria-labelledby="compare">
      <h2 id="compare">${this.t(`proof.compare.title`)}</h2>
      <p class="muted">${this.t(`proof.compare.what`)}</p>
      ${this.session?.me.may_change===!0?this.form():w`<p>${this.t(`proof.compare.not_you`)}</p>`}
      <div role="status">${this.outcome()}</div>
    </section>`}form(){return w`<form @submit=${this.paste}>
      <label>
        ${this.t(`proof.compare.text`)}
        <textarea spellcheck="false" autocomplete="off" ?disabled=${this.busy}></textarea>
      </label>
      <div class="row wrap">
        <button class="filled" ?disabled=${this.busy}>${this.t(`proof.compare.action`)}</button>
        ${this.why===void 0&&!this.scanning?w`<button type="button" ?disabled=${this.busy} @click=${this.scan}>
                <earshot-icon .path=${n}></earshot-icon>${this.t(`proof.compare.camera`)}
              </button>`:T}
      </div>
      ${this.why===void 0?T:w`<p class="muted small">${this.t(`proof.compare.why.${this.why}`)}</p>`}
      ${this.refused?w`<p role="alert">${this.t(`proof.compare.refused`)}</p>`:T}
      ${this.scanning?w`<video playsinline muted aria-label=${this.t(`proof.compare.looking`)}></video>
              <p role="status">${this.t(`proof.compare.looking`)}</p>
              <div><button type="button" @click=${this.stop}>${this.t(`ui.cancel`)}</button></div>`:T}
    </form>`}outcome(){let{comparison:e,error:t}=this;if(e===void 0&&t===void 0)return T;let n=e===void 0?`unknown`:J(e),r={size:e?.size??0,ledger:e?.ledger_size??0};return w`<div class="outcome ${n}">
      <earshot-icon .path=${K[n]}></earshot-icon>
      <h3>${this.t(`proof.compare.outcome.${n}`,r)}</h3>
      <p>
        ${t===void 0?this.t(`proof.compare.then.${n}`,r):v(t,this.t)}
      </p>
    </div>`}paste(e){e.preventDefault();let t=this.text?.value??``;t.trim()!==``&&this.compare(t,`text`)}async scan(){this.scanning=!0,this.refused=!1,await this.updateComplete;let{video:e}=this;if(e===null)return;let t=new G;this.scanner=t;try{let n=await t.read(e);n!==void 0&&await this.compare(n,`qr`)}catch{this.refused=!0}t.stop(),this.scanning=!1}stop(){this.scanner?.stop(),this.scanner=void 0,this.scanning=!1}async compare(e,t){let{session:n}=this;if(n!==void 0){this.busy=!0,this.comparison=void 0,this.error=void 0;try{this.comparison=await n.client.ask(`earshot/checkpoint/compare`,{checkpoint:e,how:t}),this.dispatchEvent(new CustomEvent(`compared`))}catch(e){this.error=g.from(e)}this.busy=!1}}};b([c()],q.prototype,`comparison`,void 0),b([c()],q.prototype,`error`,void 0),b([c()],q.prototype,`busy`,void 0),b([c()],q.prototype,`scanning`,void 0),b([c()],q.prototype,`refused`,void 0),b([m(`textarea`)],q.prototype,`text`,void 0),b([m(`video`)],q.prototype,`video`,void 0),q=b([D(`earshot-compare-card`)],q);function J({agrees:e,signed:t,size:n,ledger_size:r}){return e?t?`agrees`:`agrees_unsigned`:t?n>r?`longer`:`disagrees`:`disagrees_unsigned`}var Y=class extends p{constructor(...e){super(...e),this.entries=new R(this,[`gap`])}static{this.styles=[...p.styles,e`
      :host {
        display: block;
      }
      .card {
        display: grid;
        gap: 12px;
      }
      ul {
        margin: 0;
        padding: 0;
        list-style: none;
      }
      li {
        padding: 10px 0;
        border-top: 1px solid var(--divider-color);
      }
    `]}render(){return w`<section class="card" aria-labelledby="gaps">
      <h2 id="gaps">${this.t(`proof.gap.title`)}</h2>
      <p class="muted">${this.t(`proof.gap.what`)}</p>
      ${f(this.entries.state,this.t,e=>this.list(e),()=>void this.entries.reload())}
    </section>`}list(e){let t=e.map(({record:e})=>e).filter(e=>e.kind===`gap`);return t.length===0?w`<p>${this.t(`proof.gap.none`)}</p>`:w`
      <ul>
        ${t.map(e=>this.gap(e))}
      </ul>
      ${this.entries.more?w`<div>
              <button ?disabled=${this.entries.busy} @click=${()=>this.entries.older()}>
                ${this.t(`proof.older`)}
              </button>
            </div>`:T}
    `}gap({began:e,ended:t,reason:n}){let{format:r}=this.session??{},i=this.t(`proof.gap.reason.${n}`),a={from:r?.moment(e)??``,to:r?.moment(t)??``,length:r?.duration(Date.parse(t)-Date.parse(e))??``};return w`<li>
      ${this.t(`proof.gap.line`,a)}
      <div class="muted small">${i.startsWith(`proof.`)?n:i}</div>
    </li>`}};Y=b([D(`earshot-gaps-card`)],Y);function X({attempts:e}){return{count:e.length,open:e.filter(({denied:e})=>!e).length}}var Z=class extends p{constructor(...e){super(...e),this.hosts=new k(this,async({client:e})=>(await e.ask(`earshot/host/report`)).hosts)}static{this.styles=[...p.styles,e`
      :host {
        display: block;
      }
      .card,
      .host {
        display: grid;
        gap: 12px;
      }
      .verdict {
        display: flex;
        gap: 12px;
        font-weight: 500;
      }
      .closed {
        color: var(--es-inside);
      }
      .open {
        color: var(--es-outside);
      }
      summary {
        min-height: 40px;
        padding-block: 8px;
        cursor: pointer;
        color: var(--es-link);
        font-weight: 500;
      }
      h3 {
        margin-block: 8px;
        font-size: 1rem;
        font-weight: 500;
      }
      ul {
        display: grid;
        gap: 4px 24px;
        grid-template-columns: repeat(auto-fill, minmax(min(320px, 100%), 1fr));
        margin: 0 0 12px;
        padding: 0;
        list-style: none;
      }
      li {
        display: grid;
        grid-template-columns: auto 1fr;
        gap: 8px;
        overflow-wrap: anywhere;
      }
      code {
        font-family: var(--ha-font-family-code, monospace);
      }
    `]}render(){return w`<section class="card" aria-labelledby="sandbox">
      <h2 id="sandbox">${this.t(`proof.sandbox.title`)}</h2>
      <p class="muted">${this.t(`proof.sandbox.what`)}</p>
      ${f(this.hosts.state,this.t,e=>w`${e.map(e=>this.host(e))}`,()=>void this.hosts.reload())}
    </section>`}host({title:e,place:t,available:n,report:r}){return w`<div class="host">
      ${e===null?T:w`<h3>${e}</h3>`}
      ${n?T:w`<p>${this.t(`proof.sandbox.away`)}</p>`}
      ${r===null?w`<p>${this.t(`proof.sandbox.no_report`)}</p>`:this.report(r)}
      ${t===null?T:w`<p class="muted">${this.t(`proof.sandbox.own_word`)} <earshot-place .place=${t}></earshot-place></p>`}
    </div>`}report(e){let{count:n,open:r}=X(e),a=e.enforced&&r===0;return w`
      <p class="verdict ${a?`closed`:`open`}">
        <earshot-icon .path=${a?i:t}></earshot-icon>
        ${this.t(a?`proof.sandbox.closed`:`proof.sandbox.not_closed`,{count:n,open:r})}
      </p>
      <details>
        <summary>${this.t(`proof.sandbox.list`)}</summary>
        <h3 id="attempts">${this.t(`proof.sandbox.attempts`)}</h3>
        <ul aria-labelledby="attempts">
          ${e.attempts.map(({way:e,denied:t,detail:n})=>this.line(t,e,n))}
        </ul>
        <h3 id="walls">${this.t(`proof.sandbox.walls`)}</h3>
        <ul aria-labelledby="walls">
          ${e.walls.map(({name:e,stands:t,detail:n})=>this.line(t,e,n))}
        </ul>
        <h3 id="engines">${this.t(`proof.sandbox.engines`)}</h3>
        <ul aria-labelledby="engines">
          ${e.engines.map(({name:e,version:t,model:n})=>w`<li><span></span><span>${e} ${t} <span class="muted">${n}</span></span></li>`)}
        </ul>
      </details>
    `}line(e,t,n){return w`<li class=${e?``:`open`}>
      <earshot-icon class=${e?`closed`:`open`} .path=${e?s:ee}></earshot-icon>
      <span>
        <span class="visually-hidden">${this.t(e?`proof.sandbox.held`:`proof.sandbox.failed`)}</span>
        <code>${t}</code> <span class="muted small">${n}</span>
      </span>
    </li>`}};Z=b([D(`earshot-sandbox-card`)],Z);var Q=class extends p{static{this.styles=[...p.styles,e`
      :host {
        display: block;
      }
      .card {
        display: grid;
        gap: 12px;
      }
      ol {
        display: grid;
        gap: 8px;
        margin: 0;
        padding: 0;
        list-style: none;
      }
      li {
        display: grid;
        grid-template-columns: auto 1fr auto;
        gap: 12px;
      }
      li earshot-icon {
        color: var(--es-inside);
      }
      .good,
      .bad {
        display: flex;
        gap: 12px;
        font-weight: 500;
      }
      .good {
        color: var(--es-inside);
      }
      .bad,
      li.wrong,
      li.wrong earshot-icon {
        color: var(--es-danger);
      }
    `]}disconnectedCallback(){super.disconnectedCallback(),this.work?.abort()}render(){return w`<section class="card" aria-labelledby="verify">
      <h2 id="verify">${this.t(`proof.verify.title`)}</h2>
      <p class="muted">${this.t(`proof.verify.what`)}</p>
      ${this.work===void 0?this.button():this.working()}
      <div role="status">
        ${this.verdict===void 0?T:this.told(this.verdict)}
        ${this.error===void 0?T:w`<p class="bad">${v(this.error,this.t)}</p>`}
      </div>
    </section>`}button(){return w`<div>
      <button class="filled" @click=${this.verify}>
        <earshot-icon .path=${E}></earshot-icon>${this.t(`proof.verify.action`)}
      </button>
    </div>`}working(){let{done:e=0,total:t=null}=this.progress??{},{format:n}=this.session??{};return w`
      <progress max=${t??T} value=${t===null?T:e} aria-labelledby="verify"></progress>
      <div class="row wrap spread">
        <span class="muted">
          ${t===null?this.t(`ui.loading`):this.t(`proof.verify.progress`,{done:n?.number(e)??``,total:n?.number(t)??``})}
        </span>
        <button @click=${()=>this.work?.abort()}>${this.t(`ui.cancel`)}</button>
      </div>
    `}told(e){let{ok:t,size:n,redacted:i,steps:o,failure:s}=e;return w`
      <p class=${t?`good`:`bad`}>
        <earshot-icon .path=${t?r:a}></earshot-icon>
        ${this.t(t?`proof.verify.good`:`proof.verify.bad`,{count:n})}
      </p>
      ${i===0?T:w`<p class="muted">${this.t(`proof.verify.redacted`,{count:i})}</p>`}
      <ol>
        ${o.map(e=>this.step(e))}${s===null?T:this.failed(s)}
      </ol>
      ${t?T:w`<p>${this.t(`proof.verify.then`)}</p>`}
    `}step({name:e,checked:t}){return w`<li>
      <earshot-icon .path=${s}></earshot-icon>
      <span>${this.t(`proof.step.${e}`)}</span>
      <span class="muted">${this.session?.format.number(t)}</span>
    </li>`}failed({name:e,message:t,first:n,last:r,utterance_id:i}){return w`<li class="wrong">
      <earshot-icon .path=${a}></earshot-icon>
      <span>
        ${this.t(`proof.step.${e}`)}
        <span class="small">${t}</span>
        ${n===null?T:w`<span class="small">${this.t(`proof.verify.where`,{first:n,last:r??n})}</span>`}
        ${i===null?T:w`<a href=${y(`utterance`,i)}>${this.t(`proof.access.show`)}</a>`}
      </span>
    </li>`}async verify(){let{session:e}=this;if(e===void 0)return;let t=new AbortController;this.work=t,this.verdict=void 0,this.error=void 0,this.progress=void 0;try{let{verdict:n}=await e.client.work(`earshot/ledger/verify`,{},e=>e.type===`verdict`,e=>{e.type===`progress`&&(this.progress=e)},t.signal);this.verdict=n}catch(e){let t=g.from(e);t.code!==`given_up`&&(this.error=t)}this.work=void 0}};b([c()],Q.prototype,`progress`,void 0),b([c()],Q.prototype,`verdict`,void 0),b([c()],Q.prototype,`error`,void 0),b([c()],Q.prototype,`work`,void 0),Q=b([D(`earshot-verify-card`)],Q);var $=class extends O{static{this.styles=[...O.styles,e`
      :host {
        display: grid;
        gap: 16px;
      }
      .two {
        display: grid;
        gap: 16px;
        grid-template-columns: repeat(auto-fit, minmax(min(400px, 100%), 1fr));
        align-items: start;
      }
      .limits {
        display: grid;
        gap: 8px;
      }
    `]}render(){return w`
      <earshot-checkpoint-card></earshot-checkpoint-card>
      <div class="two">
        <earshot-compare-card @compared=${()=>void this.checkpoint?.reload()}></earshot-compare-card>
        <earshot-verify-card></earshot-verify-card>
      </div>
      <earshot-accesses-card></earshot-accesses-card>
      <div class="two">
        <earshot-sandbox-card></earshot-sandbox-card>
        <earshot-gaps-card></earshot-gaps-card>
      </div>
      <section class="card limits" aria-labelledby="limits">
        <h2 id="limits">${this.t(`proof.limits.title`)}</h2>
        <p>${this.t(`proof.limits.text`)}</p>
      </section>
    `}};b([m(`earshot-checkpoint-card`)],$.prototype,`checkpoint`,void 0),$=b([D(`earshot-proof-page`)],$);export{$ as EarshotProofPage};