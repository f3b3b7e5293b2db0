package dev.pinflow.contract.cleaning;

import dev.pinflow.contract.Entity;
import java.util.List;
import org.apache.avro.generic.GenericData;

/** Geolocation rows. The coordinates stand or fall together: half a point is no point. */
final class GeoRules implements EntityRules {
    private static final String COORDINATES = "coordinates";

    private final Column ind = Column.of(Entity.GEO, "ind");
    private final Column country = Column.of(Entity.GEO, "country");
    private final Column timestamp = Column.of(Entity.GEO, "timestamp");
    private final Column latitude = Column.of(Entity.GEO, "latitude", COORDINATES);
    private final Column longitude = Column.of(Entity.GEO, "longitude", COORDINATES);

    @Override
    public void apply(MemberRules members, GenericData.Record record) throws RejectedException {
        record.put(ind.field(), members.index(ind));
        record.put(country.field(), members.requiredText(country));
        record.put(timestamp.field(), members.dateTime(timestamp));
        record.put(latitude.field(), coordinates(members));
    }

    private List<Double> coordinates(MemberRules members) {
        int before = members.defects().size();
        Double north = degrees(members, latitude, 90);
        Double east = members.defects().size() > before ? null : degrees(members, longitude, 180);
        return north == null || east == null ? null : List.of(north, east);
    }

    private static Double degrees(MemberRules members, Column column, int limit) {
        boolean scalar = members.kind(column) != RawRecord.Kind.OTHER;
        String literal = scalar ? members.optionalScalar(column, "") : "";
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
