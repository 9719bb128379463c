/** The pages of announced changes of sub-processors. */
package app.countersign.announcement.web;
