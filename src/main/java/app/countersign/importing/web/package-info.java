/** The page on which a table is brought, looked at and entered. */
package app.countersign.importing.web;
