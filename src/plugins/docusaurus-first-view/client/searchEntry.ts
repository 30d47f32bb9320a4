/**
 * What a page loads for the search alone: it opens the dialog for what the waker holds, while the app is not there, or on its way.
 * In production, Preact matches children as React does only with `matchByPlace`, which the app has, too.
 */
// Any stylesheet of the app: the page has them all, and the bundler knows it by this.
import '@docsearch/css/dist/button.css';
import '../../docusaurus-light-bundle/client/matchByPlace.ts';
import {listenForKeys} from '../../docusaurus-search-index/client/dialog/openSearch.ts';
import {answerSearch} from './answerSearch.ts';

const {heldInput} = window;

if (heldInput) {
  listenForKeys();
  heldInput.answerSearch = () => {
    answerSearch(heldInput).catch(heldInput.resume);
  };
  heldInput.answerSearch();
}
