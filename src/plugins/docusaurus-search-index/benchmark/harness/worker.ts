// The plugin starts its worker as `worker.js` beside its own code.
import '@easyops-cn/docusaurus-search-local/dist/client/client/theme/worker.js';
