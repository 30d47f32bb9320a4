// Stands in for `@docsearch/react/style`, which has the styles of Ask AI and of its side panel, too.
import '@docsearch/css/dist/_variables.css';
import '@docsearch/css/dist/button.css';
import '@docsearch/css/dist/modal.css';
