package dev.pinflow.contract.cleaning;

import java.util.List;
import java.util.Set;
import org.apache.avro.generic.GenericData;

/** Geolocation rows. The coordinates stand or fall together: half a point is no point. */
final class GeoRules implements EntityRules {
    private static final String COORDINATES = "coordinates";

    private final int ind;
    private final int timestamp;
    private final int latitude;
    private final int longitude;
    private final int country;

    GeoRules(RawRecord.Columns columns) {
        this.ind = columns.place("ind");
        this.timestamp = columns.place("timestamp");
        this.latitude = columns.place("latitude");
        this.longitude = columns.place("longitude");
        this.country = columns.place("country");
    }

    @Override
    public void apply(MemberRules members, GenericData.Record record) throws RejectedException {
        record.put("ind", members.index(ind));
        record.put("country", members.requiredText(country));
        record.put("timestamp", members.dateTime(timestamp));
        record.put(COORDINATES, coordinates(members));
    }

    private List<Double> coordinates(MemberRules members) {
        int before = members.defects().size();
        Double north = degrees(members, latitude, 90);
        Double east = members.defects().size() > before ? null : degrees(members, longitude, 180);
        return north == null || east == null ? null : List.of(north, east);
    }

    private static Double degrees(MemberRules members, int place, int limit) {
        boolean scalar = members.kind(place) != RawRecord.Kind.OTHER;
        String literal = scalar ? members.optionalScalar(place, Set.of(), "") : "";
        if (literal == null) {
            members.defect(COORDINATES, "missing");
            return null;
        }
        if (!WholeNumber.isDecimal(literal)) {
            members.defect(COORDINATES, "not-a-number");
            return null;
        }
        double degrees = Double.parseDouble(literal);
        if (Math.abs(degrees) > limit) {
            members.defect(COORDINATES, "out-of-range");
            return null;
        }
        return degrees;
    }
}
