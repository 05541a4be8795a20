/** How the documentation looks: quiet blocks under each module's name, and names that stand out. */
export const helpStyle = `
.hlist ul { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; margin: .5rem 0; padding: 0; list-style: none; }
.apihelp-languages { float: right; font-size: .875rem; }
.apihelp-languages ul { margin-top: 0; }
.apihelp-places { font-size: .875rem; }
.apihelp-header { margin: 2.5rem 0 .25rem; padding-top: 1rem; border-top: 1px solid var(--line); scroll-margin-top: 1rem; }
.apihelp-module-name { font-family: ui-monospace, monospace; }
.apihelp-linktrail { color: var(--quiet); font-size: .875rem; }
.apihelp-flags { margin: .75rem 0; color: var(--quiet); font-size: .875rem; }
.apihelp-flags ul { display: flex; flex-wrap: wrap; gap: .35rem .5rem; margin: 0; padding: 0; list-style: none; }
.apihelp-flags li { padding: .1rem .6rem; border: 1px solid var(--line); border-radius: 1rem; }
.apihelp-flag-deprecated, .apihelp-deprecated, .apihelp-internal, .apihelp-flag-internal { color: var(--word); font-weight: 600; }
.apihelp-deprecated-value { text-decoration: line-through; }
.apihelp-empty { color: var(--quiet); }
.apihelp-block { margin: 1.25rem 0; }
.apihelp-block-head { font-weight: 600; }
.apihelp-block-header { color: var(--quiet); font-size: .875rem; }
.apihelp-parameters > dl, .apihelp-examples > dl, .apihelp-permissions > dl {
  margin: .5rem 0; padding: .25rem 1.25rem 1rem; border: 1px solid var(--line); border-radius: .5rem; background: var(--card);
}
.apihelp-parameters > dl > dt { margin-top: 1rem; color: var(--name); font: 600 1rem ui-monospace, monospace; }
.apihelp-parameters dd > dl > dt { margin-top: .25rem; font: .875rem ui-monospace, monospace; }
.apihelp-parameters dl p { margin: .15rem 0; }
.apihelp-parameters > dl > dd { margin-inline-start: 1rem; }
.apihelp-parameters dd.info { color: var(--quiet); font-size: .875rem; overflow-wrap: anywhere; }
.apihelp-examples dt, .apihelp-permissions dt { margin-top: .75rem; font-weight: 600; }
.apihelp-examples dd { margin-inline-start: 0; overflow-wrap: anywhere; }
.apihelp-answer pre { margin: .25rem 0 0; padding: .5rem .75rem; overflow-wrap: anywhere; white-space: pre-wrap; border-inline-start: 3px solid var(--line); }
.apihelp-table { overflow-x: auto; }
.apihelp-table table { border-collapse: collapse; margin-top: .5rem; }
.apihelp-table :is(th, td) { padding: .35rem .75rem; border: 1px solid var(--line); text-align: start; vertical-align: top; }
.apihelp-table th { background: var(--card); font-size: .875rem; }
.toc { display: inline-block; padding: .75rem 1.25rem; border: 1px solid var(--line); border-radius: .5rem; background: var(--card); }
.toc h2 { margin: 0; padding: 0; border: 0; font-size: 1rem; }
.toc ul { margin: .25rem 0; padding-inline-start: 1rem; list-style: none; }
.toc .tocnumber { color: var(--quiet); }
@media print { .apihelp-languages, .apihelp-places, .apihelp-examples small { display: none; } }
`
