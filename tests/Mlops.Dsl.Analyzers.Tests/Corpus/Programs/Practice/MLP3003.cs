//# fault: a reader of XML is given an address
[Stage]
public int Rates() => DailyRates.Read();

//## DailyRates.cs
using System.Xml;

public static class DailyRates
{
    private const string Daily = "https://example.org/daily.xml";

    public static int Read()
    {
        var count = 0;
        using var reader = {|MLP3003:XmlReader.Create(Daily)|};
        while (reader.Read())
        {
            count++;
        }

        return count;
    }
}

//# fault: a document is loaded from an address that a field holds
[Stage]
public int Rates() => DailyRates.Read();

//## DailyRates.cs
using System.Xml.Linq;

public static class DailyRates
{
    private static readonly string Daily = "https://example.org/daily.xml";

    public static int Read() => {|MLP3003:XDocument.Load(Daily)|}.Descendants().Count();
}

//# fault: the address is put together
//## share Docs.cs
[Stage]
public int Rates(FileSet docs)
{
    var document = new System.Xml.XmlDocument();
    {|MLP3003:document.Load($"https://example.org/{docs.Count}.xml")|};
    return document.ChildNodes.Count;
}

//# clean: a stage that asks each time
[Stage, NoCache]
public int Rates() => System.Xml.Linq.XDocument.Load("https://example.org/daily.xml").Descendants().Count();

//# clean: a text, and the file of an artifact
//## share Docs.cs
[Stage]
public int Rates(FileSet docs)
{
    using var reader = System.Xml.XmlReader.Create(new StringReader("<rates/>"));
    return System.Xml.Linq.XDocument.Load(docs[0].Location).Descendants().Count() + (reader.Read() ? 1 : 0);
}

//# clean: attributes of a document in memory
//## share Docs.cs
[Stage]
public int Named(FileSet docs)
{
    var count = 0;
    foreach (var doc in docs)
    {
        using var reader = System.Xml.XmlReader.Create(doc.OpenRead());
        while (reader.ReadToFollowing("member"))
        {
            count += reader.GetAttribute("name") is { Length: > 0 } ? 1 : 0;
        }
    }

    return count;
}
