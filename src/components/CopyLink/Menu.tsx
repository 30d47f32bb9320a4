import {useRef, type ReactNode} from 'react';
import Translate, {translate} from '@docusaurus/Translate';
import useIsBrowser from '@docusaurus/useIsBrowser';
import {CURRENT_EDITION} from '../../editions.ts';
import {changeChoice, getEdition, useChoice} from './choice.ts';
import {FORMATS, listEditions, type LinkedPage, type LinkEdition, type LinkFormat} from './link.ts';
import styles from './styles.module.css';
import {useClosingMenu} from './useClosingMenu.ts';
import {COPY_KEY} from './useCopyKey.ts';
import {useCopyLink} from './useCopyLink.ts';

type RadiosProps<T extends string> = {
  readonly name: string;
  readonly legend: string;
  readonly values: readonly T[];
  readonly chosen: T;
  readonly labels: Readonly<Record<T, string>>;
  readonly onChange: (value: T) => void;
};

function Radios<T extends string>({
  name,
  legend,
  values,
  chosen,
  labels,
  onChange,
}: RadiosProps<T>): ReactNode {
  return (
    <fieldset>
      <legend>{legend}</legend>
      {values.map((value) => (
        <label key={value}>
          <input
            type="radio"
            name={name}
            checked={value === chosen}
            onChange={() => onChange(value)}
          />
          {labels[value]}
        </label>
      ))}
    </fieldset>
  );
}

export type Props = {readonly page: LinkedPage};

/** The menu in which the reader chooses how links are copied, on this page and on all others. */
export default function Menu({page}: Props): ReactNode {
  const menu = useRef<HTMLDetailsElement>(null);
  const choice = useChoice();
  const isBrowser = useIsBrowser();
  const {getText} = useCopyLink();
  const editions = listEditions(page);

  useClosingMenu(menu);

  const editionLabels: Readonly<Record<LinkEdition, string>> = {
    current: translate(
      {id: 'copyLink.followCurrent', message: '跟随当前版（现在是 {edition} 版）'},
      {edition: CURRENT_EDITION},
    ),
    pinned: translate(
      {id: 'copyLink.pin', message: '固定在 {edition} 版'},
      {edition: page.edition},
    ),
  };
  const formatLabels: Readonly<Record<LinkFormat, string>> = {
    url: translate({id: 'copyLink.url', message: '网址'}),
    titled: translate({id: 'copyLink.titled', message: '标题 – 网址'}),
    markdown: translate({id: 'copyLink.markdown', message: 'Markdown 链接'}),
  };
  const label = translate({id: 'copyLink.options', message: '链接的版本和格式'});
  return (
    <details ref={menu} className={styles.menu}>
      <summary className={styles.control} aria-label={label} title={label} />
      {/* Nothing in it answers without scripts, and they know what the reader has chosen before. */}
      {isBrowser && (
        <div className={styles.panel}>
          <Radios
            name="link-edition"
            legend={translate({id: 'copyLink.edition', message: '打开哪一版'})}
            values={editions}
            chosen={editions.length > 1 ? getEdition(choice, page) : 'pinned'}
            labels={editionLabels}
            onChange={(edition) => changeChoice(page.isOlder ? {olderEdition: edition} : {edition})}
          />
          <Radios
            name="link-format"
            legend={translate({id: 'copyLink.format', message: '格式'})}
            values={FORMATS}
            chosen={choice.format}
            labels={formatLabels}
            onChange={(format) => changeChoice({format})}
          />
          <p className={styles.preview}>{getText({})}</p>
          <label>
            <input
              type="checkbox"
              checked={choice.hasKey}
              onChange={({target}) => changeChoice({hasKey: target.checked})}
            />
            <Translate id="copyLink.hasKey" values={{key: <kbd>{COPY_KEY}</kbd>}}>
              {'按 {key} 复制'}
            </Translate>
          </label>
          <p className={styles.note}>
            <Translate id="copyLink.scope">
              标题、表格行、步骤和选中文字的链接也照此复制；选择会记住。
            </Translate>
          </p>
        </div>
      )}
    </details>
  );
}
