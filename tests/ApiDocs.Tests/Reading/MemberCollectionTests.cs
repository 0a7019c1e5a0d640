using ApiDocs.Reading;

namespace ApiDocs.Tests.Reading;

public sealed class MemberCollectionTests
{
    [Fact]
    public void Members_with_the_same_summary_are_one_row()
    {
        var members = Collect(
            ("M:System.IO.B.GetHashCode", "Returns the hash code 1."),
            ("M:System.IO.A.GetHashCode", "returns the hash code: 2"),
            ("M:System.IO.A.Other", "Something else.")
        );

        Assert.Equal(
            [
                new("M:System.IO.A.Other", "Something else.", "System.IO"),
                new("M:System.IO.B.GetHashCode", "Returns the hash code 1.", "System.IO"),
            ],
            members.Distinct()
        );
    }

    [Fact]
    public void A_summary_of_several_areas_belongs_to_the_one_where_it_is_most_frequent()
    {
        var members = Collect(("M:System.IO.A", "Closes it."), ("M:System.Net.B", "Closes it."), ("M:System.Net.C", "Closes it."));

        Assert.Equal(new ApiMember("M:System.Net.B", "Closes it.", "System.Net"), Assert.Single(members.Distinct()));
    }

    [Fact]
    public void Of_equally_frequent_areas_the_first_by_name_wins_whatever_the_order_of_reading()
    {
        var one = Collect(("M:System.Net.B", "Closes it."), ("M:System.IO.A", "Closes it."));
        var other = Collect(("M:System.IO.A", "Closes it."), ("M:System.Net.B", "Closes it."));

        Assert.Equal("System.IO", Assert.Single(one.Distinct()).Area);
        Assert.Equal(one.Distinct(), other.Distinct());
    }

    [Fact]
    public void Members_without_an_area_are_counted_and_left_out()
    {
        var members = Collect(("T:Contoso.Thing", "A thing."), ("T:System.IO.Stream", "A stream."));

        Assert.Equal((2, 1), (members.Added, members.WithoutArea));
        Assert.Equal("T:System.IO.Stream", Assert.Single(members.Distinct()).Id);
    }

    private static MemberCollection Collect(params (string Id, string Summary)[] members)
    {
        var collection = new MemberCollection();
        foreach (var (id, summary) in members)
        {
            collection.Add(new DocumentedMember(id, summary));
        }

        return collection;
    }
}
