import{D as e,K as t,R as n,Rt as r,_ as i,d as a,f as o,g as s,h as c,l,p as u,un as d,v as f,w as p,x as m,y as h}from"./session-keeper-xz4QIxtX.js";import{n as g}from"./loaded-CD7GJ6Wy.js";import{t as _}from"./page-C7cxgX1z.js";import"./confirm-B6-hqJ5H.js";import{n as v}from"./panel-BAsqYquz.js";import"./badge-DvRy0Al-.js";var y=class extends o{constructor(...e){super(...e),this.trace=void 0,this.outcome=void 0,this.mayClear=!1,this.busy=!1}static{this.styles=[...o.styles,e`
      :host {
        display: block;
      }
      .card {
        display: flex;
        flex-direction: column;
        gap: 12px;
        height: 100%;
      }
      h3 {
        font-weight: 500;
      }
      .act {
        margin-top: auto;
      }
      header {
        display: flex;
        flex-wrap: wrap;
        align-items: baseline;
        justify-content: space-between;
        gap: 4px 16px;
      }
      .count {
        font-weight: 500;
      }
      .facts {
        display: flex;
        flex-wrap: wrap;
        gap: 4px 16px;
      }
      .why {
        display: grid;
        grid-template-columns: auto 1fr;
        gap: 8px;
      }
      .done {
        font-weight: 500;
      }
    `]}render(){let{trace:e,outcome:t}=this;if(e===void 0)return m;let r=b(e.place,this.t);return p`<article class="card" aria-label=${r}>
      <header>
        <h3>${r}</h3>
        <span class="count">${this.amount(e)}</span>
      </header>
      <p class="muted">${x(e.place,this.t)}</p>
      <div class="facts small muted">
        ${this.times(e)}<earshot-evidence .evidence=${e.evidence}></earshot-evidence>
      </div>
      ${e.why_not===null?m:this.why(e.why_not)}
      ${t===void 0?m:p`<p class="done" role="status">${S(t,this.t)}</p>`}
      ${this.mayClear&&e.purgeable&&e.count!==0?p`<div class="act">
              <button ?disabled=${this.busy} @click=${this.clear}>
                <earshot-icon .path=${n}></earshot-icon>${this.t(`leftovers.clear`)}
              </button>
            </div>`:m}
    </article>`}amount({count:e,size:t}){if(e===null)return this.t(`leftovers.count_unknown`);let n=this.t(`leftovers.count`,{count:e}),r=t?this.session?.format.bytes(t):void 0;return r===void 0?n:`${n} · ${r}`}times({since:e,until:t}){let{format:n}=this.session??{};return n===void 0?m:p`
      ${e===null?m:p`<span>${this.t(`leftovers.since`,{since:n.moment(e)})}</span>`}
      ${t===null?m:p`<span>${this.t(`leftovers.until`,{until:n.moment(t)})}</span>`}
    `}why(e){return p`<p class="why">
      <earshot-icon .path=${r}></earshot-icon><span>${this.t(`leftovers.why.${e}`)}</span>
    </p>`}clear(){this.dispatchEvent(new CustomEvent(`clear`))}};u([f({attribute:!1})],y.prototype,`trace`,void 0),u([f({attribute:!1})],y.prototype,`outcome`,void 0),u([f({type:Boolean,attribute:`may-clear`})],y.prototype,`mayClear`,void 0),u([f({type:Boolean})],y.prototype,`busy`,void 0),y=u([h(`earshot-trace-card`)],y);function b(e,t){let n=t(`leftovers.place.${e}.name`);return n.startsWith(`leftovers.`)?e:n}function x(e,t){let n=t(`leftovers.place.${e}.text`);return n.startsWith(`leftovers.`)?``:n}function S({count:e,left:t,why_not:n},r){let i=[r(`leftovers.done.cleared`,{count:e})];return t===null?i.push(r(`leftovers.done.left_unknown`)):t>0&&i.push(r(`leftovers.done.left`,{count:t})),n!==null&&i.push(r(`leftovers.why.${n}`)),i.join(` `)}function C(e){let t=e.filter(({count:e})=>e!==null&&e>0).sort((e,t)=>(t.count??0)-(e.count??0));return{held:t.filter(e=>e.purgeable),kept:t.filter(e=>!e.purgeable),unsure:e.filter(({count:e})=>e===null),empty:e.filter(({count:e})=>e===0)}}function w(e){let t=e.filter(({count:e})=>e!==null&&e>0);return{count:t.reduce((e,{count:t})=>e+(t??0),0),places:t.length,size:t.reduce((e,{size:t})=>e+(t??0),0)}}function T(e){return new Map(e.filter(({count:e,left:t})=>e>0||t!==0).map(e=>[e.place,e]))}var E=class extends _{constructor(...e){super(...e),this.done=new Map,this.busy=!1,this.looked=new Date,this.traces=new g(this,async({client:e})=>{let{traces:t}=await e.ask(`earshot/traces/list`);return this.looked=new Date,t})}static{this.styles=[..._.styles,e`
      :host,
      section {
        display: grid;
        gap: 16px;
      }
      :host {
        gap: 32px;
      }
      .card {
        display: grid;
        gap: 12px;
      }
      .intro {
        max-width: 60em;
      }
      .sum {
        font-size: 1.5rem;
      }
      .places {
        display: grid;
        gap: 16px;
        grid-template-columns: repeat(auto-fill, minmax(min(380px, 100%), 1fr));
      }
      summary {
        min-height: 40px;
        padding-block: 8px;
        cursor: pointer;
        color: var(--es-link);
        font-weight: 500;
      }
      ul {
        margin: 0;
        columns: 2 320px;
        padding-inline-start: 20px;
      }
      li {
        padding-block: 4px;
        break-inside: avoid;
      }
    `]}get mayClear(){return this.session?.me.role===`admin`}render(){return p`
      ${a(this.traces.state,this.t,e=>this.view(e),()=>void this.traces.reload())}
      <earshot-confirm></earshot-confirm>
    `}view(e){let t=C(e),n=t.held.length+t.kept.length+t.unsure.length===0;return p`
      ${n?this.clean():this.summary(e)}
      ${this.group(this.t(`leftovers.held`),t.held)} ${this.group(this.t(`leftovers.kept`),t.kept)}
      ${this.group(this.t(`leftovers.unsure`),t.unsure)} ${this.empty(t.empty)}
    `}clean(){return p`<earshot-message .icon=${t} heading=${this.t(`leftovers.empty.title`)}>
        ${this.t(`leftovers.empty.text`)}
        <button slot="action" ?disabled=${this.busy} @click=${()=>this.traces.reload()}>
          <earshot-icon .path=${d}></earshot-icon>${this.t(`leftovers.again`)}
        </button>
      </earshot-message>
      ${[...this.done.values()].map(e=>p`<p role="status">${this.outcome(e)}</p>`)}`}summary(e){let{count:t,places:r,size:i}=w(e),a=C(e).unsure.length,{format:o}=this.session??{};return p`<section class="card" aria-labelledby="sum">
      <h2 id="sum">${this.t(`leftovers.title`)}</h2>
      <p class="sum">
        ${this.t(`leftovers.sum`,{count:t,places:r})}${i>0?p` · ${o?.bytes(i)}`:m}
      </p>
      ${a===0?m:p`<p>${this.t(`leftovers.unknown_places`,{count:a})}</p>`}
      <p class="muted intro">${this.t(`leftovers.intro`)}</p>
      ${this.mayClear?m:p`<p>${this.t(`leftovers.not_you`)}</p>`}
      <div class="row wrap">
        ${this.mayClear&&C(e).held.length>0?p`<button class="filled" ?disabled=${this.busy} @click=${()=>this.clear()}>
                <earshot-icon .path=${n}></earshot-icon>${this.t(`leftovers.clear_all`)}
              </button>`:m}
        <button ?disabled=${this.busy} @click=${()=>this.traces.reload()}>
          <earshot-icon .path=${d}></earshot-icon>${this.t(`leftovers.again`)}
        </button>
        <span class="muted small" role="status">
          ${this.t(`leftovers.looked`,{at:o?.time(this.looked,!0)??``})}
        </span>
      </div>
    </section>`}group(e,t){return t.length===0?m:p`<section aria-label=${e}>
      <h2>${e}</h2>
      <div class="places">
        ${t.map(e=>p`<earshot-trace-card
            .trace=${e}
            .outcome=${this.done.get(e.place)}
            ?may-clear=${this.mayClear}
            ?busy=${this.busy}
            @clear=${()=>this.clear(e.place)}
          ></earshot-trace-card>`)}
      </div>
    </section>`}empty(e){return e.length===0?m:p`<details>
      <summary>${this.t(`leftovers.nothing`,{count:e.length})}</summary>
      <ul>
        ${e.map(({place:e})=>{let t=this.done.get(e);return p`<li>
            ${b(e,this.t)}
            ${t===void 0?m:p`<div class="small muted">${S(t,this.t)}</div>`}
          </li>`})}
      </ul>
    </details>`}outcome(e){return`${b(e.place,this.t)}: ${S(e,this.t)}`}async clear(e){let{session:t}=this,n=e===void 0?this.t(`leftovers.confirm.all_title`):this.t(`leftovers.confirm.one_title`,{place:b(e,this.t)});if(await this.confirm?.ask({heading:n,text:this.t(`leftovers.confirm.text`),action:this.t(`leftovers.confirm.action`),danger:!0})===!0&&t!==void 0){this.busy=!0;try{let{traces:n}=await t.client.ask(`earshot/traces/purge`,e===void 0?{}:{place:e});this.done=T(n);let r=n.reduce((e,t)=>e+t.count,0);v(this,{text:this.t(`leftovers.done.cleared`,{count:r})}),await this.traces.reload()}catch(e){v(this,{text:l(c.from(e),this.t),seconds:10})}this.busy=!1}}};u([i()],E.prototype,`done`,void 0),u([i()],E.prototype,`busy`,void 0),u([i()],E.prototype,`looked`,void 0),u([s(`earshot-confirm`)],E.prototype,`confirm`,void 0),E=u([h(`earshot-leftovers-page`)],E);export{E as EarshotLeftoversPage};