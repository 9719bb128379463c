package app.countersign.demo;

import app.countersign.demo.DemoCustomer.Until;
import java.util.List;

/** The cast of the demonstration. Names and addresses are invented, the domains are reserved for examples. */
final class DemoCustomers {

    private static final String OKOMO = "okomo-dpa";
    private static final String OCULAVIS = "oculavis-dpa";
    private static final String DIALOG = "360dialog-dpa";

    static final List<DemoCustomer> ALL = List.of(
            new DemoCustomer(
                    OKOMO,
                    "Versicherung zum Wilden Mann AG",
                    "Freie Strasse 35, 4001 Basel",
                    "CH",
                    "Regula Zünd",
                    "Leiterin Recht",
                    "Basel",
                    "recht@wildermann.example",
                    Until.COUNTERSIGNED),
            new DemoCustomer(
                    OKOMO,
                    "Žofia Őry és Társai Optika Kft.",
                    "Váci utca 12, 1052 Budapest",
                    "HU",
                    "Žofia Őry",
                    "Ügyvezető",
                    "Budapest",
                    "iroda@ory-optika.example",
                    Until.RETURNED),
            new DemoCustomer(
                    OKOMO,
                    "Stadtspital Musterthal",
                    "Spitalweg 1, 8400 Winterthur",
                    "CH",
                    "Dr. Jürg Näf",
                    "Direktor",
                    "Winterthur",
                    "direktion@spital-musterthal.example",
                    Until.ISSUED),
            new DemoCustomer(
                    OKOMO,
                    "Treuhand Beispiel GmbH",
                    "Bahnhofstrasse 7, 6300 Zug",
                    "CH",
                    "Céline Rochat",
                    "Geschäftsführerin",
                    "Zug",
                    "office@treuhand-beispiel.example",
                    Until.ACCEPTED),
            new DemoCustomer(
                    OKOMO,
                    "Möbelhaus Öztürk & Söhne OHG",
                    "Königstraße 44, 70173 Stuttgart",
                    "DE",
                    "İbrahim Öztürk",
                    "Inhaber",
                    "Stuttgart",
                    "kontakt@oeztuerk.example",
                    Until.ACCEPTED),
            new DemoCustomer(
                    OKOMO,
                    "Reisebüro Fernweh AG",
                    "Marktgasse 3, 3011 Bern",
                    "CH",
                    "Peter Lüthi",
                    "Leiter Verkauf",
                    "Bern",
                    "info@fernweh.example",
                    Until.REFUSED),
            new DemoCustomer(
                    OKOMO,
                    "Garage Turbo GmbH",
                    "Industriestrasse 9, 9000 St. Gallen",
                    "CH",
                    "Marco Bianchi",
                    "Inhaber",
                    "St. Gallen",
                    "garage@turbo.example",
                    Until.WITHDRAWN),
            new DemoCustomer(
                    OKOMO,
                    "Kanzlei Hasler, Huber und Partner",
                    "Limmatquai 80, 8001 Zürich",
                    "CH",
                    "Dr. Anna Hasler",
                    "Partnerin",
                    "Zürich",
                    "kanzlei@hasler-huber.example",
                    Until.TERMINATED),
            new DemoCustomer(
                    OCULAVIS,
                    "Maschinenbau Nordwind GmbH",
                    "Hafenstraße 21, 28217 Bremen",
                    "DE",
                    "Hauke Petersen",
                    "Geschäftsführer",
                    "Bremen",
                    "einkauf@nordwind.example",
                    Until.ISSUED),
            new DemoCustomer(
                    DIALOG,
                    "Café Größenwahn Betriebs-GmbH",
                    "Oranienstraße 5, 10997 Berlin",
                    "DE",
                    "Ayşe Yıldız",
                    "Geschäftsführerin",
                    "Berlin",
                    "post@groessenwahn.example",
                    Until.COUNTERSIGNED),
            new DemoCustomer(
                    DIALOG,
                    "Blumen Łukasiewicz e. K.",
                    "Obermarkt 2, 02826 Görlitz",
                    "DE",
                    "Łucja Łukasiewicz",
                    "Inhaberin",
                    "Görlitz",
                    "laden@blumen-l.example",
                    Until.DRAFT));

    private DemoCustomers() {}
}
