import {translate} from '@docusaurus/Translate';

/**
 * Copies the address of a row, without the view that it is seen in.
 * @param name of the row
 * @param onAnnounce gets a sentence for screen readers
 */
export async function copyRowLink(
  rowId: string,
  name: string,
  onAnnounce: (message: string) => void,
): Promise<void> {
  const {origin, pathname} = window.location;
  try {
    await navigator.clipboard.writeText(`${origin}${pathname}#${rowId}`);
    onAnnounce(
      translate({id: 'table.rowLinkCopied', message: '已复制「{row}」一行的链接'}, {row: name}),
    );
  } catch {
    onAnnounce(
      translate(
        {id: 'table.rowLinkFailed', message: '无法复制；「{row}」一行的链接在地址栏里'},
        {row: name},
      ),
    );
  }
}
