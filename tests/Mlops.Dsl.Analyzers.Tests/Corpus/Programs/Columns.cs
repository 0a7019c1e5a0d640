/// <summary>A sample whose label is called so.</summary>
public sealed class Sample
{
    public float Area { get; set; }

    public float Label { get; set; }
}

/// <summary>A sample whose label has another name.</summary>
public sealed record Paid(float Area, float Rooms, float Amount)
{
    public static Paid Of(House house) => new((float)house.Area, (float)house.Rooms, (float)house.Price);
}

/// <summary>A sample with a text that is called a label, and is none.</summary>
public sealed class Tagged
{
    public string Label { get; set; } = "";

    public float Amount { get; set; }
}

/// <summary>Names columns as ML.NET does.</summary>
public sealed class Context
{
    public View LoadFromEnumerable<T>(IEnumerable<T> rows) => new(rows.Count());

    public Estimator Concatenate(string outputColumnName, params string[] inputColumnNames) => new([outputColumnName, .. inputColumnNames]);

    public Estimator CopyColumns(string outputColumnName, string inputColumnName) => new([outputColumnName, inputColumnName]);

    public Estimator Normalize(string outputColumnName, string inputColumnName) => new([outputColumnName, inputColumnName]);

    public Estimator Sdca(string labelColumnName = "Label", string featureColumnName = "Features") => new([labelColumnName, featureColumnName]);
}

/// <summary>Rows, as columns.</summary>
public sealed record View(int Count);

/// <summary>What is fitted to columns.</summary>
public sealed record Estimator(IReadOnlyList<string> Columns)
{
    public Estimator Append(Estimator next) => new([.. Columns, .. next.Columns]);

    public double Fit(View view) => view.Count * Columns.Count;
}
