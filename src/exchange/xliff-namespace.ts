/** XLIFF 2.0 and 2.1 share it. */
export const xliffNamespace = 'urn:oasis:names:tc:xliff:document:2.0'
