import{D as e,_ as t,f as n,g as r,p as i,v as a,w as o,x as s,y as c}from"./session-keeper-BJa4ESPM.js";var l=class extends n{constructor(...e){super(...e),this.heading=``,this.open=!1}static{this.styles=[...n.styles,e`
      dialog {
        width: min(560px, calc(100vw - 32px));
        max-height: calc(100dvh - 32px);
        padding: 24px;
        border: none;
        border-radius: 24px;
        background: var(--card-background-color);
        color: var(--primary-text-color);
        overflow: auto;
      }
      dialog::backdrop {
        background: rgb(0 0 0 / 50%);
      }
      h2 {
        margin-bottom: 16px;
      }
      .actions {
        display: flex;
        flex-wrap: wrap;
        justify-content: flex-end;
        gap: 8px;
        margin-top: 24px;
      }
    `]}updated(e){e.has(`open`)&&this.dialog!==null&&(this.open&&!this.dialog.open&&this.dialog.showModal(),!this.open&&this.dialog.open&&this.dialog.close())}render(){return o`<dialog aria-labelledby="heading" @close=${this.closed}>
      <h2 id="heading">${this.heading}</h2>
      <slot></slot>
      <div class="actions"><slot name="actions"></slot></div>
    </dialog>`}closed(){this.open=!1,this.dispatchEvent(new CustomEvent(`closed`))}};i([a()],l.prototype,`heading`,void 0),i([a({type:Boolean,reflect:!0})],l.prototype,`open`,void 0),i([r(`dialog`)],l.prototype,`dialog`,void 0),l=i([c(`earshot-dialog`)],l);var u=class extends n{constructor(...e){super(...e),this.question=void 0,this.open=!1}ask(e){return this.question=e,this.open=!0,new Promise(e=>{this.answer=e})}render(){let{question:e}=this;return e===void 0?s:o`<earshot-dialog heading=${e.heading} ?open=${this.open} @closed=${()=>this.say(!1)}>
      <p>${e.text}</p>
      <button slot="actions" @click=${()=>this.say(!1)}>${this.t(`ui.cancel`)}</button>
      <button slot="actions" class=${e.danger?`filled danger`:`filled`} @click=${()=>this.say(!0)}>
        ${e.action}
      </button>
    </earshot-dialog>`}say(e){this.open=!1,this.answer?.(e),this.answer=void 0}};i([a({attribute:!1})],u.prototype,`question`,void 0),i([t()],u.prototype,`open`,void 0),u=i([c(`earshot-confirm`)],u);