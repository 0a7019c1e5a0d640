//# clean: a file that the stage has written into its folder
//## share Houses.cs
[Stage]
public FileArtifact Fit(TrainSet<House> train, StageContext context)
{
    var path = Path.Combine(context.TemporaryDirectory, "model.json");
    File.WriteAllText(path, System.Text.Json.JsonSerializer.Serialize(PriceModel.Fit(train)));
    return FileArtifact.FromPath(path);
}

[Stage]
public double Evaluate(FileArtifact fit, TestSet<House> test)
{
    var model = System.Text.Json.JsonSerializer.Deserialize<PriceModel>(fit.ReadAllText())!;
    return test.Average(house => Math.Abs(model.Predict(house) - house.Price));
}

[Gate]
public GateResult Accurate(double evaluate) => GateResult.AtMost(evaluate, 20_000);

[Publish("price"), When(nameof(Accurate))]
public FileArtifact Release(FileArtifact fit) => fit;

//# clean: a helper writes the file and gives its path
//## share Houses.cs
[Stage]
public FileArtifact Fit(TrainSet<House> train, StageContext context) => FileArtifact.FromPath(Store.Save(PriceModel.Fit(train), context.TemporaryDirectory));

[Stage]
public double Evaluate(FileArtifact fit, TestSet<House> test)
{
    var model = Store.Load(fit);
    return test.Average(house => Math.Abs(model.Predict(house) - house.Price));
}

[Gate]
public GateResult Accurate(double evaluate) => GateResult.AtMost(evaluate, 20_000);

[Publish("price"), When(nameof(Accurate))]
public FileArtifact Release(FileArtifact fit) => fit;

//## Store.cs
public static class Store
{
    public static string Save(PriceModel model, string folder)
    {
        var path = Path.Combine(folder, "model.txt");
        using var writer = new StreamWriter(path);
        writer.WriteLine(FormattableString.Invariant($"{model.Slope};{model.Offset}"));
        return path;
    }

    public static PriceModel Load(FileArtifact file)
    {
        var cells = file.ReadAllText().Split(';');
        return new PriceModel(double.Parse(cells[0], CultureInfo.InvariantCulture), double.Parse(cells[1], CultureInfo.InvariantCulture));
    }
}

//# fault: a file from elsewhere is no own file
//## share Houses.cs
//## share Trained.cs
[Stage]
public FileArtifact Pretrained(TestSet<House> test) => FileArtifact.FromPath($"/models/{test.Count}.zip");

[Publish("pretrained-model"), When(nameof(Accurate))]
public FileArtifact Release(FileArtifact {|MLP2001:pretrained|}) => pretrained;

//## .editorconfig
[*.cs]
dotnet_diagnostic.MLP3002.severity = none

//# fault: the source, copied into the stage's folder
[Source("houses.csv")]
public partial FileArtifact HouseFile();

[Stage]
public FileArtifact Table(FileArtifact houseFile, StageContext context)
{
    var path = Path.Combine(context.TemporaryDirectory, "copy.csv");
    File.Copy(houseFile.Location, path);
    return FileArtifact.FromPath(path);
}

[Stage]
public PriceModel Fit(FileArtifact table) => PriceModel.Fit({|MLP2001:[.. table.ReadLines().Select(line => new House(line, line.Length, 3, 250_000))]|});

[Stage]
public double Slope(PriceModel fit) => fit.Slope;

//# fault: an archive, unpacked into the stage's folder
[Source("houses.zip")]
public partial FileArtifact HouseFile();

[Stage]
public FileArtifact Table(FileArtifact houseFile, StageContext context)
{
    System.IO.Compression.ZipFile.ExtractToDirectory(houseFile.Location, context.TemporaryDirectory);
    return FileArtifact.FromPath(Path.Combine(context.TemporaryDirectory, "houses.csv"));
}

[Stage]
public PriceModel Fit(FileArtifact table) => PriceModel.Fit({|MLP2001:[.. table.ReadLines().Select(line => new House(line, line.Length, 3, 250_000))]|});

[Stage]
public double Slope(PriceModel fit) => fit.Slope;
