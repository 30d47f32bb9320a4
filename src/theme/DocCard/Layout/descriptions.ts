import {createContext} from 'react';

/** Descriptions of the pages that an index shows, by the id of the page. */
export const Descriptions = createContext<Readonly<Record<string, string>>>({});
