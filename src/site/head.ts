/**
 * The only things that stand inline in a page: two in every head, one on home. The security policy allows them by their
 * hash, made from these same strings.
 */
import { createHash } from 'node:crypto'

/** Before the names of this site's settings in local storage; another handbook may share the host. */
export function settingPrefix(base: string): string {
  return `service-handbook${base}`
}

/**
 * Sets theme and text size before the first paint, so that nothing flashes or moves. And marks what was pressed: the
 * code of a quiz may come later than the learner's thumb.
 */
export function headScript(base: string): string {
  const read = ['theme', 'size'].map(name => `d.${name}=s[p+'${name}']||''`).join(';')
  return `{let d=document.documentElement.dataset,p='${settingPrefix(base)}',s;d.js='';try{s=localStorage;${read}}catch{}onclick=e=>{e.target.dataset.tap=''}}`
}

/**
 * Puts the assignments of this browser on top of home while the page is being read, so that nothing moves. Their list is
 * `training/tasks.ts`; whatever it holds, only texts and numbers are taken from it. `[data-tasks]` carries the words and
 * an entry to copy.
 */
export function tasksScript(base: string): string {
  return `{let s=document.querySelector('[data-tasks]'),f=()=>{try{
let t=JSON.parse(localStorage['${settingPrefix(base)}assigned']||'[]'),u=s.querySelector('ul'),n=Date.now(),w=s.dataset;
u.replaceChildren(...t.slice(0,3).map((e,i)=>{
let l=s.querySelector('template').content.firstElementChild.cloneNode(true),m=e.modules,b=l.querySelectorAll('b,span,small'),k=m.filter(o=>o.done).length,d=e.due;
l.firstElementChild.hash='n='+i;b[0].textContent=e.title||w.untitled;
b[1].textContent=w.progress.replace('{k}',k).replace('{n}',m.length);
b[2].textContent=e.name+(d?' · '+(n>d&&k<m.length?w.late:w.until).replace('{time}',new Date(d).toLocaleString(w.locale,{dateStyle:'medium',timeStyle:'short'})):'');
return l}));s.hidden=!t.length}catch{s.hidden=true}};f();addEventListener('pageshow',e=>e.persisted&&f())}`.replaceAll('\n', '')
}

/**
 * Lets the browser fetch a page when a reader is about to open it. No script is needed for that. The address of a page ends
 * in a slash; a file's does not.
 */
export function speculationRules(base: string): string {
  return JSON.stringify({ prefetch: [{ where: { href_matches: `${base}*/` }, eagerness: 'moderate' }] })
}

export function hashOf(inline: string): `sha256-${string}` {
  return `sha256-${createHash('sha256').update(inline).digest('base64')}`
}
