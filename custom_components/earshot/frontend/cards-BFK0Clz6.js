import{D as e,X as t,_ as n,b as r,c as i,d as a,h as o,l as s,m as c,n as l,o as u,p as d,t as f,u as p,v as m,w as h,x as g,y as _}from"./session-keeper-xz4QIxtX.js";import{t as v}from"./watching-FqvicNaX.js";import{s as y}from"./day-strip-sVXn33ct.js";import{t as b}from"./repeat-C3NosO_B.js";import{n as x,t as S}from"./loaded-CD7GJ6Wy.js";import"./badge-DvRy0Al-.js";var C=class extends Error{},w=new Set([`type`,`view_layout`,`layout_options`,`grid_options`,`visibility`,`card_mod`]);function T(e,t){if(typeof e!=`object`||!e)throw new C(`The configuration is no mapping`);for(let[n,r]of Object.entries(e))if(!w.has(n)){if(n===`title`){if(typeof r!=`string`)throw new C(`title is no text`)}else{let e=t.find(e=>e.name===n);if(e===void 0)throw new C(`There is no option ${n}`);D(e,r)}}return e}function E(e){return[{name:`title`,selector:{text:{}}},...e.map(O)]}function D(e,t){if(e.kind===`boolean`){if(typeof t!=`boolean`)throw new C(`${e.name} is neither true nor false`)}else if(!Number.isInteger(t)||Number(t)<e.min||Number(t)>e.max)throw new C(`${e.name} is no whole number from ${e.min} to ${e.max}`)}function O(e){let{name:t}=e;return e.kind===`boolean`?{name:t,selector:{boolean:{}}}:{name:t,selector:{number:{min:e.min,max:e.max,mode:`box`}}}}var k=e=>e;function A(e){k=e}function j(e){return{schema:E(e),computeLabel:({name:e})=>k(`cards.field.${e}`),computeHelper:({name:e})=>e===`words`?k(`cards.helper.words`):void 0}}var M=class extends r{constructor(...e){super(...e),this.hass=void 0,this.keeper=new f(this),this.t=(e,t)=>this.session?.localize(e,t)??``}static{this.styles=[i,c,e`
      :host {
        display: block;
        height: 100%;
      }
      ha-card {
        display: block;
        height: 100%;
        overflow: hidden;
      }
      a.whole {
        display: block;
        height: 100%;
        color: inherit;
        text-decoration: none;
      }
      .body {
        padding: 16px;
      }
      h2 {
        margin-bottom: 8px;
      }
    `]}get session(){return this.keeper.session}setConfig(e){this.config=T(e,this.options)}getCardSize(){return 3}willUpdate(e){this.hass!==void 0&&e.has(`hass`)&&this.keeper.take(this.hass)}render(){let{config:e,session:t}=this;return e===void 0?g:h`<ha-card>
      <div class="body">
        ${e.title===void 0?g:h`<h2>${e.title}</h2>`}
        ${t===void 0?this.waiting():this.body(e)}
      </div>
    </ha-card>`}waiting(){let{failed:e,localize:t}=this.keeper;return e===void 0||t===void 0?g:p(e,t,()=>this.keeper.again())}};d([m({attribute:!1})],M.prototype,`hass`,void 0),d([n()],M.prototype,`config`,void 0);var N=[],P=class extends M{constructor(...e){super(...e),this.options=N,this.now=new v(this,`earshot/now/subscribe`,y)}static getConfigForm(){return j(N)}static getStubConfig(){return{}}getGridOptions(){return{columns:12,rows:`auto`,min_columns:6}}body(){return a(this.now.state,this.t,e=>h`<earshot-now-strip .now=${e}></earshot-now-strip>`,()=>this.now.again())}};P=d([_(`earshot-now-card`)],P);var F=[{name:`strip`,kind:`boolean`}],I=class extends M{constructor(...e){super(...e),this.options=F,this.today=new v(this,`earshot/today/subscribe`,(e,{today:t})=>t)}static{this.styles=[...M.styles,e`
      earshot-day-strip {
        margin-top: 16px;
      }
    `]}static getConfigForm(){return j(F)}static getStubConfig(){return{strip:!0}}getGridOptions(){return{columns:12,rows:`auto`,min_columns:6}}body({strip:e=!0}){return a(this.today.state,this.t,t=>h`
        <a class="whole" href=${u(`today`)}><earshot-day-sentence brief .today=${t}></earshot-day-sentence></a>
        ${e?h`<earshot-day-strip compact .today=${t}></earshot-day-strip>`:null}
      `,()=>this.today.again())}};I=d([_(`earshot-card`)],I);var L=5,R=[{name:`count`,kind:`number`,min:1,max:20},{name:`words`,kind:`boolean`}],z=class extends M{static{this.styles=[...M.styles,e`
      ul {
        margin: 0;
        padding: 0;
        list-style: none;
      }
      li + li {
        border-top: 1px solid var(--divider-color);
      }
      li > a {
        display: flex;
        align-items: center;
        gap: 12px;
        min-height: 48px;
        padding: 4px 0;
        color: inherit;
        text-decoration: none;
      }
      .what {
        flex: 1;
        min-width: 0;
      }
      .left {
        color: var(--es-outside);
      }
      .words {
        padding-bottom: 8px;
        overflow-wrap: anywhere;
        white-space: pre-wrap;
      }
    `]}constructor(){super(),this.options=R,this.read=new Map,this.page=new x(this,async(e,t)=>(await e.client.ask(`earshot/utterances/list`,{limit:t})).items,()=>this.config===void 0?void 0:[this.config.count??L]),new S(this,`earshot/utterances/subscribe`,()=>void this.page.reload())}static getConfigForm(){return j(R)}static getStubConfig(){return{count:L,words:!1}}getCardSize(){return 1+(this.config?.count??L)}getGridOptions(){return{columns:12,rows:`auto`,min_columns:6}}body({words:e=!1}){return a(this.page.state,this.t,t=>t.length===0?h`<p class="muted">${this.t(`cards.nothing_said`)}</p>`:this.list(t,e),()=>void this.page.reload())}list(e,t){return h`<ul>
      ${b(e,({utterance_id:e})=>e,e=>h`<li>${this.facts(e)}${t?this.words(e):g}</li>`)}
    </ul>`}facts(e){let{session:n}=this;return n===void 0?g:h`<a href=${u(`utterance`,e.utterance_id)}>
      <span class="what">
        <span class="row wrap">
          <strong>${e.satellite?.label??this.t(`cards.satellite_unknown`)}</strong>
          <span class="muted">${n.format.relative(e.at)}</span>
        </span>
        <span class="row wrap small">
          <earshot-outcome .outcome=${e.outcome}></earshot-outcome>
          ${e.left_house?h`<span class="left">${this.t(`words.left_house.yes`)}</span>`:g}
        </span>
      </span>
      <earshot-icon .path=${t}></earshot-icon>
    </a>`}words(e){let{session:t}=this,n=this.read.get(e.utterance_id);return n===void 0?t===void 0||t.me.shows_contents===`none`||!B(e)?g:h`<button class="plain" @click=${()=>void this.show(e.utterance_id)}>
      ${this.t(`cards.show_words`)}
    </button>`:h`<p class="words" role="status">${n}</p>`}async show(e){let{session:t}=this;if(t!==void 0){try{let{words:n}=await t.client.ask(`earshot/utterances/get`,{utterance_id:e,words:!0});this.read.set(e,n?.words??this.t(`cards.words_gone`))}catch(t){this.read.set(e,s(o.from(t),this.t))}this.requestUpdate()}}};d([n()],z.prototype,`read`,void 0),z=d([_(`earshot-utterances-card`)],z);function B(e){return e.contents.some(({kind:e,erased_at:t})=>e===`words`&&t===null)}var V={today:`earshot-card`,now:`earshot-now-card`,utterances:`earshot-utterances-card`};async function H(){let e=await l(document.documentElement.lang||`en`);A(e),window.customCards??=[];for(let[t,n]of Object.entries(V)){let r={type:n,name:e(`cards.name.${t}`),description:e(`cards.about.${t}`),preview:!0};window.customCards.push(r)}}H();