import{D as e,H as t,S as n,_ as r,b as i,c as a,d as o,h as s,l as c,m as l,n as u,o as d,p as f,t as p,u as m,v as h,w as g,x as _,y as v}from"./session-keeper-65kV9wXz.js";import{l as y,s as b}from"./day-strip-Bwu8tYya.js";import{n as x,r as S,t as C}from"./directive-BSZPiF1A.js";import{a as w,n as T,o as E,r as D,t as O}from"./directive-helpers-DOAHmk8E.js";import{n as k,t as A}from"./loaded-BVnhHkk7.js";var j=class extends Error{},M=new Set([`type`,`view_layout`,`layout_options`,`grid_options`,`visibility`,`card_mod`]);function N(e,t){if(typeof e!=`object`||!e)throw new j(`The configuration is no mapping`);for(let[n,r]of Object.entries(e))if(!M.has(n)){if(n===`title`){if(typeof r!=`string`)throw new j(`title is no text`)}else{let e=t.find(e=>e.name===n);if(e===void 0)throw new j(`There is no option ${n}`);F(e,r)}}return e}function P(e){return[{name:`title`,selector:{text:{}}},...e.map(I)]}function F(e,t){if(e.kind===`boolean`){if(typeof t!=`boolean`)throw new j(`${e.name} is neither true nor false`)}else if(!Number.isInteger(t)||Number(t)<e.min||Number(t)>e.max)throw new j(`${e.name} is no whole number from ${e.min} to ${e.max}`)}function I(e){let{name:t}=e;return e.kind===`boolean`?{name:t,selector:{boolean:{}}}:{name:t,selector:{number:{min:e.min,max:e.max,mode:`box`}}}}var L=e=>e;function R(e){L=e}function z(e){return{schema:P(e),computeLabel:({name:e})=>L(`cards.field.${e}`),computeHelper:({name:e})=>e===`words`?L(`cards.helper.words`):void 0}}var B=class extends i{constructor(...e){super(...e),this.hass=void 0,this.keeper=new p(this),this.t=(e,t)=>this.session?.localize(e,t)??``}static{this.styles=[a,l,e`
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
    `]}get session(){return this.keeper.session}setConfig(e){this.config=N(e,this.options)}getCardSize(){return 3}willUpdate(e){this.hass!==void 0&&e.has(`hass`)&&this.keeper.take(this.hass)}render(){let{config:e,session:t}=this;return e===void 0?_:g`<ha-card>
      <div class="body">
        ${e.title===void 0?_:g`<h2>${e.title}</h2>`}
        ${t===void 0?this.waiting():this.body(e)}
      </div>
    </ha-card>`}waiting(){let{failed:e,localize:t}=this.keeper;return e===void 0||t===void 0?_:m(e,t,()=>this.keeper.again())}};f([h({attribute:!1})],B.prototype,`hass`,void 0),f([r()],B.prototype,`config`,void 0);var V=[],H=class extends B{constructor(...e){super(...e),this.options=V,this.now=new y(this,`earshot/now/subscribe`,b)}static getConfigForm(){return z(V)}static getStubConfig(){return{}}getGridOptions(){return{columns:12,rows:`auto`,min_columns:6}}body(){return o(this.now.state,this.t,e=>g`<earshot-now-strip .now=${e}></earshot-now-strip>`,()=>this.now.again())}};H=f([v(`earshot-now-card`)],H);var U=[{name:`strip`,kind:`boolean`}],W=class extends B{constructor(...e){super(...e),this.options=U,this.today=new y(this,`earshot/today/subscribe`,(e,{today:t})=>t)}static{this.styles=[...B.styles,e`
      earshot-day-strip {
        margin-top: 16px;
      }
    `]}static getConfigForm(){return z(U)}static getStubConfig(){return{strip:!0}}getGridOptions(){return{columns:12,rows:`auto`,min_columns:6}}body({strip:e=!0}){return o(this.today.state,this.t,t=>g`
        <a class="whole" href=${d(`today`)}><earshot-day-sentence brief .today=${t}></earshot-day-sentence></a>
        ${e?g`<earshot-day-strip compact .today=${t}></earshot-day-strip>`:null}
      `,()=>this.today.again())}};W=f([v(`earshot-card`)],W);var G=(e,t,n)=>{let r=new Map;for(let i=t;i<=n;i++)r.set(e[i],i);return r},K=C(class extends x{constructor(e){if(super(e),e.type!==S.CHILD)throw Error(`repeat() can only be used in text expressions`)}dt(e,t,n){let r;n===void 0?n=t:t!==void 0&&(r=t);let i=[],a=[],o=0;for(let t of e)i[o]=r?r(t,o):o,a[o]=n(t,o),o++;return{values:a,keys:i}}render(e,t,n){return this.dt(e,t,n).values}update(e,[t,r,i]){let a=O(e),{values:o,keys:s}=this.dt(t,r,i);if(!Array.isArray(a))return this.ut=s,o;let c=this.ut??=[],l=[],u,d,f=0,p=a.length-1,m=0,h=o.length-1;for(;f<=p&&m<=h;)if(a[f]===null)f++;else if(a[p]===null)p--;else if(c[f]===s[m])l[m]=w(a[f],o[m]),f++,m++;else if(c[p]===s[h])l[h]=w(a[p],o[h]),p--,h--;else if(c[f]===s[h])l[h]=w(a[f],o[h]),E(e,l[h+1],a[f]),f++,h--;else if(c[p]===s[m])l[m]=w(a[p],o[m]),E(e,a[f],a[p]),p--,m++;else if(u===void 0&&(u=G(s,m,h),d=G(c,f,p)),u.has(c[f])){if(u.has(c[p])){let t=d.get(s[m]),n=t===void 0?null:a[t];if(n===null){let t=E(e,a[f]);w(t,o[m]),l[m]=t}else l[m]=w(n,o[m]),E(e,a[f],n),a[t]=null;m++}else T(a[p]),p--}else T(a[f]),f++;for(;m<=h;){let t=E(e,l[h+1]);w(t,o[m]),l[m++]=t}for(;f<=p;){let e=a[f++];e!==null&&T(e)}return this.ut=s,D(e,l),n}}),q=5,J=[{name:`count`,kind:`number`,min:1,max:20},{name:`words`,kind:`boolean`}],Y=class extends B{static{this.styles=[...B.styles,e`
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
    `]}constructor(){super(),this.options=J,this.read=new Map,this.page=new k(this,async(e,t)=>(await e.client.ask(`earshot/utterances/list`,{limit:t})).items,()=>this.config===void 0?void 0:[this.config.count??q]),new A(this,`earshot/utterances/subscribe`,()=>void this.page.reload())}static getConfigForm(){return z(J)}static getStubConfig(){return{count:q,words:!1}}getCardSize(){return 1+(this.config?.count??q)}getGridOptions(){return{columns:12,rows:`auto`,min_columns:6}}body({words:e=!1}){return o(this.page.state,this.t,t=>t.length===0?g`<p class="muted">${this.t(`cards.nothing_said`)}</p>`:this.list(t,e),()=>void this.page.reload())}list(e,t){return g`<ul>
      ${K(e,({utterance_id:e})=>e,e=>g`<li>${this.facts(e)}${t?this.words(e):_}</li>`)}
    </ul>`}facts(e){let{session:n}=this;return n===void 0?_:g`<a href=${d(`utterance`,e.utterance_id)}>
      <span class="what">
        <span class="row wrap">
          <strong>${e.satellite?.label??this.t(`cards.satellite_unknown`)}</strong>
          <span class="muted">${n.format.relative(e.at)}</span>
        </span>
        <span class="row wrap small">
          <earshot-outcome .outcome=${e.outcome}></earshot-outcome>
          ${e.left_house?g`<span class="left">${this.t(`words.left_house.yes`)}</span>`:_}
        </span>
      </span>
      <earshot-icon .path=${t}></earshot-icon>
    </a>`}words(e){let{session:t}=this,n=this.read.get(e.utterance_id);return n===void 0?t===void 0||t.me.shows_contents===`none`||!X(e)?_:g`<button class="plain" @click=${()=>void this.show(e.utterance_id)}>
      ${this.t(`cards.show_words`)}
    </button>`:g`<p class="words" role="status">${n}</p>`}async show(e){let{session:t}=this;if(t!==void 0){try{let{words:n}=await t.client.ask(`earshot/utterances/get`,{utterance_id:e,words:!0});this.read.set(e,n?.words??this.t(`cards.words_gone`))}catch(t){this.read.set(e,c(s.from(t),this.t))}this.requestUpdate()}}};f([r()],Y.prototype,`read`,void 0),Y=f([v(`earshot-utterances-card`)],Y);function X(e){return e.contents.some(({kind:e,erased_at:t})=>e===`words`&&t===null)}var Z={today:`earshot-card`,now:`earshot-now-card`,utterances:`earshot-utterances-card`};async function Q(){let e=await u(document.documentElement.lang||`en`);R(e),window.customCards??=[];for(let[t,n]of Object.entries(Z)){let r={type:n,name:e(`cards.name.${t}`),description:e(`cards.about.${t}`),preview:!0};window.customCards.push(r)}}Q();