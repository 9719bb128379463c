package app.countersign.portal.web;

import app.countersign.contract.LinkView;
import app.countersign.kernel.KebabCase;

/** How far a contract is, as its customer sees it. */
public enum Stage {
    /** The link opens nothing. */
    CLOSED,
    /** To be signed, for the first time or again. */
    SIGN,
    /** Signed by the customer; the processor's turn. */
    WAIT,
    /** Signed by both; another contract's date is missing. */
    SIGNED,
    IN_FORCE,
    /** Nobody signs it; it will apply with the service contract. */
    TOLD,
    TERMINATED;

    static Stage of(LinkView view) {
        return switch (view.state()) {
            case DRAFT, ISSUED, REFUSED -> view.signs() ? SIGN : TOLD;
            case RETURNED, ACCEPTED -> WAIT;
            case COUNTERSIGNED -> SIGNED;
            case IN_FORCE -> IN_FORCE;
            // Its links are revoked together with it.
            case WITHDRAWN -> CLOSED;
            case TERMINATED -> TERMINATED;
        };
    }

    /** {@code in-force} */
    public String getName() {
        return KebabCase.of(this);
    }

    /** The form of {@link #getName} in which a page compares: {@code #{stage.is('sign')}}. */
    public boolean is(String name) {
        return getName().equals(name);
    }
}
