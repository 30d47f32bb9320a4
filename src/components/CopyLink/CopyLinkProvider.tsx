import {useEffect, useMemo, useState, type ReactNode} from 'react';
import {translate} from '@docusaurus/Translate';
import {
  useActivePlugin,
  useDoc,
  useDocsData,
  useDocsVersion,
  useDocVersionSuggestions,
} from '@docusaurus/plugin-content-docs/client';
import {CURRENT_EDITION} from '../../editions.ts';
import {writeToClipboard} from '../CopyButton/writeToClipboard.ts';
import {getEdition, readChoice} from './choice.ts';
import {formatLink, toAddress, toLinkedPage, toTitle, type LinkTarget} from './link.ts';
import {leaveOutDirective} from './leaveOutDirective.ts';
import styles from './styles.module.css';
import {CopyLinkContext, type CopyLink} from './useCopyLink.ts';

/** For how long a message stays on the screen, in milliseconds. One that the reader has to act on stays until the next. */
const MESSAGE_DURATION = 4000;

type Message = {
  readonly text: string;
  /** What could not be copied, for the reader to select. */
  readonly uncopied?: string | undefined;
};

export type Props = {readonly children: ReactNode};

/** Gives everything on a page of an edition the way to copy links, and says what has been copied. */
export default function CopyLinkProvider({children}: Props): ReactNode {
  const {pluginId} = useActivePlugin({failfast: true})!;
  const {path: docsPath} = useDocsData(pluginId);
  const {version, isLast} = useDocsVersion();
  const {title, permalink: path} = useDoc().metadata;
  const currentPath = useDocVersionSuggestions(pluginId).latestDocSuggestion?.path;
  const [message, setMessage] = useState<Message>();

  const copyLink = useMemo((): CopyLink => {
    const page = toLinkedPage({
      title,
      path,
      docsPath,
      version,
      isCurrent: isLast,
      currentPath,
      currentEdition: CURRENT_EDITION,
    });
    const getText = (target: LinkTarget): string => {
      const choice = readChoice();
      const edition = getEdition(choice, page);
      const address = toAddress(window.location.origin, page, target, edition);
      return formatLink(toTitle(page, target), address, choice.format);
    };
    const copy = async (wanted: LinkTarget | Promise<LinkTarget>): Promise<void> => {
      const text = wanted instanceof Promise ? wanted.then(getText) : getText(wanted);
      try {
        await writeToClipboard(text);
        const link = toTitle(page, await wanted);
        setMessage({
          text: translate({id: 'copyLink.copied', message: '已复制链接：{link}'}, {link}),
        });
      } catch {
        setMessage({
          text: translate({id: 'copyLink.failed', message: '无法复制，请手动选择：'}),
          uncopied: await text,
        });
      }
    };
    return {page, getText, copy};
  }, [currentPath, docsPath, isLast, path, title, version]);

  useEffect(() => {
    if (!message || message.uncopied !== undefined) {
      return undefined;
    }
    const timer = setTimeout(() => setMessage(undefined), MESSAGE_DURATION);
    return () => clearTimeout(timer);
  }, [message]);
  useEffect(() => leaveOutDirective(window.location), []);

  return (
    <CopyLinkContext value={copyLink}>
      {children}
      <div role="status" className={styles.status}>
        {message && (
          <p className={styles.message}>
            {message.text}
            {message.uncopied !== undefined && <code>{message.uncopied}</code>}
          </p>
        )}
      </div>
    </CopyLinkContext>
  );
}
