import {options, type ComponentChild, type VNode} from 'preact';

const isElement = (child: ComponentChild): child is VNode =>
  typeof child === 'object' && child !== null && 'type' in child;

/**
 * Gives every element without a key one that says which child of its parent it is. So Preact matches old and new children as React does
 * (https://react.dev/learn/preserving-and-resetting-state): one without a key is the same only at the same place. By itself Preact takes
 * any of the same type, and may miss others then: DocSearch shows a `<div>` in place of a `<label>` while it waits, and Preact took for it
 * the `<div>` behind the search field, and made a new field, without the focus.
 * @param vnode an element that has just been created; its children are changed
 */
export function matchByPlace({props}: VNode): void {
  const {children} = props as {readonly children?: ComponentChild | readonly ComponentChild[]};
  if (Array.isArray(children)) {
    (children as readonly ComponentChild[]).forEach((child, index) => {
      if (isElement(child)) {
        child.key ??= `.${index}`;
      }
    });
  }
}

const {vnode: inherited} = options;
options.vnode = (vnode) => {
  matchByPlace(vnode);
  inherited?.(vnode);
};
