// Adds to the theme's list what authors may use in pages.
import MDXComponents from '@theme-original/MDXComponents';
import Table from './MDXComponents/Table/index.tsx';

export default {...MDXComponents, table: Table};
