/** Announced changes of sub-processors for programs. */
package app.countersign.announcement.api;
