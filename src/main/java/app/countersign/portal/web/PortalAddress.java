package app.countersign.portal.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Where the customer's pages are; each address carries the link's token. */
final class PortalAddress {

    static final String ROOM = "/portal/";
    static final String LINK = "link";
    static final String TICKET = "ticket";

    private PortalAddress() {}

    static String contract(String token) {
        return address("contract", token);
    }

    static String file(String token) {
        return address("file", token);
    }

    static String page(String token) {
        return address("page", token);
    }

    static String notice(String token) {
        return address("notice", token);
    }

    static String change(String token) {
        return address("change", token);
    }

    static String subscription(String token) {
        return ROOM + "subscription?token=" + URLEncoder.encode(token, StandardCharsets.UTF_8);
    }

    static String letter(String token) {
        return address("letter", token);
    }

    static String data(String token, String ticket) {
        return address("data", token) + "&" + TICKET + "=" + ticket;
    }

    private static String address(String name, String token) {
        return ROOM + name + "?" + LINK + "=" + URLEncoder.encode(token, StandardCharsets.UTF_8);
    }
}
