package org.entente.audit.anomaly;

import java.util.Map;
import java.util.OptionalDouble;

/** Where countries are, as the operator says: a centre and how far from it the country reaches. */
record Places(Map<String, Country> countries) {

    private static final double EARTH_RADIUS = 6371;

    /** None is known. */
    static final Places NONE = new Places(Map.of());

    public Places {
        countries = Map.copyOf(countries);
    }

    /**
     * A country.
     *
     * @param latitude of the centre, degrees north
     * @param longitude of the centre, degrees east
     * @param radius kilometres within which all of it lies
     */
    record Country(double latitude, double longitude, double radius) {

        /** From {@code latitude,longitude,radius}; throws {@link IllegalArgumentException} for anything else. */
        static Country parse(String text) {
            String[] parts = text.split(",");
            if (parts.length != 3) {
                throw new IllegalArgumentException("a place is latitude,longitude,radius: " + text);
            }
            Country country = new Country(number(parts[0]), number(parts[1]), number(parts[2]));
            if (Math.abs(country.latitude) > 90 || Math.abs(country.longitude) > 180 || country.radius < 0) {
                throw new IllegalArgumentException("there is no such place: " + text);
            }
            return country;
        }

        private static double number(String text) {
            double number = Double.parseDouble(text.strip());
            if (!Double.isFinite(number)) {
                throw new IllegalArgumentException("not a number: " + text);
            }
            return number;
        }
    }

    /** The least distance between two countries in kilometres, 0 for neighbours; empty if either is not known. */
    OptionalDouble distance(String one, String other) {
        Country from = countries.get(one);
        Country to = countries.get(other);
        if (from == null || to == null) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(Math.max(0, centres(from, to) - from.radius() - to.radius()));
    }

    /** Great-circle distance by the haversine formula. */
    private static double centres(Country from, Country to) {
        double north = Math.toRadians(to.latitude() - from.latitude());
        double east = Math.toRadians(to.longitude() - from.longitude());
        double chord = Math.pow(Math.sin(north / 2), 2)
                + Math.cos(Math.toRadians(from.latitude()))
                        * Math.cos(Math.toRadians(to.latitude()))
                        * Math.pow(Math.sin(east / 2), 2);
        return 2 * EARTH_RADIUS * Math.asin(Math.min(1, Math.sqrt(chord)));
    }
}
