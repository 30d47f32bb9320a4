import {useRef, type PointerEvent, type ReactNode} from 'react';
import Translate, {translate} from '@docusaurus/Translate';
import {useChoice} from './choice.ts';
import {toDirective, type LinkTarget} from './link.ts';
import Menu from './Menu.tsx';
import {abridge, findSection} from './selection.ts';
import styles from './styles.module.css';
import {COPY_KEY, useCopyKey} from './useCopyKey.ts';
import {useCopyLink} from './useCopyLink.ts';
import {useSelectedText} from './useSelectedText.ts';

/** Finds how to link to a passage: its section, and the passage itself if it can be told from others. */
async function describeSelection(article: Element, range: Range): Promise<LinkTarget> {
  const target = {id: findSection(article, range), name: `「${abridge(range.toString())}」`};
  try {
    const {describePassage} = await import('./lazy/describePassage.ts');
    const fragment = describePassage(range);
    return {...target, directive: fragment && toDirective(fragment)};
  } catch {
    // The code could not be loaded, for want of a network: a link to the section is still right.
    return target;
  }
}

/** Copies the link of the page, at once by a button and a key, or of what is selected on it; and the choice of how. */
export default function CopyLink(): ReactNode {
  const root = useRef<HTMLSpanElement>(null);
  const {page, copy} = useCopyLink();
  const {hasKey} = useChoice();
  const range = useSelectedText(root);
  const copySelection = (passage: Range): void => {
    const article = root.current!.closest('article')!;
    void copy(describeSelection(article, passage));
  };
  useCopyKey(hasKey, () => {
    if (range) {
      copySelection(range);
    } else {
      void copy({});
    }
  });
  if (!page) {
    return null;
  }
  // Pressing the button must not end the selection.
  const keepSelection = (event: PointerEvent): void => event.preventDefault();
  const shortcut = hasKey ? COPY_KEY : undefined;
  return (
    <span ref={root} className={styles.root}>
      <button
        type="button"
        className={styles.control}
        aria-keyshortcuts={shortcut}
        title={
          hasKey
            ? translate(
                {id: 'copyLink.copyTitle', message: '复制本页的链接（按键 {key}）'},
                {key: COPY_KEY},
              )
            : translate({id: 'copyLink.copyTitleWithoutKey', message: '复制本页的链接'})
        }
        onClick={() => void copy({})}
      >
        <Translate id="copyLink.copy">复制链接</Translate>
      </button>
      <Menu page={page} />
      {range && (
        <button
          type="button"
          className={styles.selection}
          aria-keyshortcuts={shortcut}
          onPointerDown={keepSelection}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => copySelection(range)}
        >
          <Translate id="copyLink.copySelection">复制选中文字的链接</Translate>
          {hasKey && <kbd aria-hidden="true">{COPY_KEY}</kbd>}
        </button>
      )}
    </span>
  );
}
