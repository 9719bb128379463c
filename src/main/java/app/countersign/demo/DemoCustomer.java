package app.countersign.demo;

/**
 * An invented customer and how far its contract has come.
 *
 * @param template code of the contract form
 * @param person who signs; the mails go there
 * @param until how far
 */
record DemoCustomer(
        String template,
        String name,
        String address,
        String country,
        String person,
        String position,
        String place,
        String email,
        Until until) {

    enum Until {
        DRAFT,
        ISSUED,
        RETURNED,
        REFUSED,
        ACCEPTED,
        COUNTERSIGNED,
        TERMINATED,
        WITHDRAWN
    }
}
