import {useEffect, useState, type ReactNode} from 'react';
import {useHistory, useLocation} from '@docusaurus/router';
import Translate from '@docusaurus/Translate';
import {takeWish, type Wish} from './memory.ts';
import styles from './styles.module.css';

export type Props = {
  /** What this edition is called. */
  readonly label: string;
};

/** What this edition lacks of what a reader wanted to see. */
type Lack = {readonly path: string; readonly page?: string; readonly place?: string};

/** Goes to the innermost place that the page has. @returns what it has not */
function arrive({path, places, missingPage}: Wish, goTo: (id: string) => void): Lack | undefined {
  if (missingPage !== undefined) {
    return {path, page: missingPage};
  }
  const [wanted] = places;
  if (!wanted || document.getElementById(wanted.id)) {
    return undefined;
  }
  goTo(places.find(({id}) => document.getElementById(id))?.id ?? '');
  return {path, place: wanted.title};
}

/** Says, after a switch from another edition, that this one does not have what the reader was at. */
export default function ArrivalNote({label}: Props): ReactNode {
  const history = useHistory();
  const {pathname} = useLocation();
  const [lack, setLack] = useState<Lack>();
  useEffect(() => {
    // After the page's own effects, which scroll to the hash.
    const timer = setTimeout(() => {
      const wish = takeWish(pathname);
      if (wish) {
        setLack(
          arrive(wish, (id) => {
            history.replace(id ? `${pathname}#${id}` : pathname);
            document.getElementById(id)?.scrollIntoView();
          }),
        );
      }
    });
    return () => clearTimeout(timer);
  }, [history, pathname]);
  const isHere = lack?.path === pathname;
  return (
    <div role="status" className={isHere ? styles.note : undefined}>
      {isHere && lack.page !== undefined && (
        <Translate id="editionSwitch.noPage" values={{edition: label, page: lack.page}}>
          {'{edition}没有「{page}」这一页，这里是它所在的分类。'}
        </Translate>
      )}
      {isHere && lack.place !== undefined && (
        <Translate id="editionSwitch.noPlace" values={{edition: label, place: lack.place}}>
          {'{edition}的这一页没有「{place}」，这里是最接近的上一级。'}
        </Translate>
      )}
    </div>
  );
}
