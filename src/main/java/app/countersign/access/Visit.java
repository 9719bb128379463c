package app.countersign.access;

import java.util.Optional;

/** A session that lasts.
 *
 * @param next what is asked before the rooms open; empty when they are open */
public record Visit(AccountSession session, Account account, Optional<Step> next) {}
