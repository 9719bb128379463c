/**
 * Contracts over REST. Resources translate between JSON and the room's activities and decide nothing; the shapes here
 * are promises to programs of others, so they are records of their own and not the room's entities.
 */
package app.countersign.contract.api;
