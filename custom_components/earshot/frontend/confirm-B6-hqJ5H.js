import{_ as e,f as t,p as n,v as r,w as i,x as a,y as o}from"./session-keeper-xz4QIxtX.js";import"./dialog-BdQvcO_-.js";var s=class extends t{constructor(...e){super(...e),this.question=void 0,this.open=!1}ask(e){return this.question=e,this.open=!0,new Promise(e=>{this.answer=e})}render(){let{question:e}=this;return e===void 0?a:i`<earshot-dialog heading=${e.heading} ?open=${this.open} @closed=${()=>this.say(!1)}>
      <p>${e.text}</p>
      <button slot="actions" @click=${()=>this.say(!1)}>${this.t(`ui.cancel`)}</button>
      <button slot="actions" class=${e.danger?`filled danger`:`filled`} @click=${()=>this.say(!0)}>
        ${e.action}
      </button>
    </earshot-dialog>`}say(e){this.open=!1,this.answer?.(e),this.answer=void 0}};n([r({attribute:!1})],s.prototype,`question`,void 0),n([e()],s.prototype,`open`,void 0),s=n([o(`earshot-confirm`)],s);