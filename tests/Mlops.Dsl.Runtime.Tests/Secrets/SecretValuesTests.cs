using System.Reflection;
using System.Reflection.Emit;
using Mlops.Dsl.Engine;
using Mlops.Dsl.Engine.Secrets;
using Mlops.Dsl.Runtime.App;
using Mlops.Dsl.Runtime.App.Parameters;
using Mlops.Dsl.Runtime.Tests.App.Support;

namespace Mlops.Dsl.Runtime.Tests.Secrets;

/// <summary>Where secrets are read from.</summary>
public sealed class SecretValuesTests : IDisposable
{
    private readonly DirectoryInfo _home = Directory.CreateTempSubdirectory("mlops test ");

    public void Dispose() => _home.Delete(recursive: true);

    [Fact]
    public void The_id_of_the_user_secrets_is_found_among_an_assemblys_metadata()
    {
        Assert.Equal(
            "an-id",
            SecretValues.FindUserSecretsId(AssemblyOf(("Other", "other"), ("UserSecretsId", "an-id"), ("Third", "third")))
        );
        Assert.Null(SecretValues.FindUserSecretsId(AssemblyOf(("Other", "other"))));
    }

    [Fact]
    public void On_Windows_they_are_in_the_roaming_profile()
    {
        Write("""{ "ApiKey": "hunter2" }""", "Microsoft", "UserSecrets", "an-id");
        Write("""{ "ApiKey": "another" }""", ".microsoft", "usersecrets", "an-id");

        Assert.Equal("hunter2", Find(("APPDATA", _home.FullName), ("HOME", _home.FullName)));
        Assert.Equal("another", Find(("APPDATA", ""), ("HOME", _home.FullName)));
    }

    [Fact]
    public void Without_an_id_a_home_or_a_file_there_is_none()
    {
        Assert.Null(Find());
        Assert.Null(Find(("HOME", "")));
        Assert.Null(Find(("HOME", _home.FullName)));
        Write("""{ "ApiKey": "hunter2" }""", ".microsoft", "usersecrets", "an-id");
        var parameter = TestPipeline.Define(withSecret: true).Parameters.Single(static parameter => parameter.IsSecret);
        Assert.Null(new SecretValues("", name => name == "HOME" ? _home.FullName : null).Find(parameter));
    }

    [Fact]
    public void The_environment_comes_first_unless_it_is_empty()
    {
        Write("""{ "ApiKey": "hunter2" }""", ".microsoft", "usersecrets", "an-id");

        Assert.Equal("set", Find(("HOME", _home.FullName), ("MLOPS_SECRET_API_KEY", "set")));
        Assert.Equal("hunter2", Find(("HOME", _home.FullName), ("MLOPS_SECRET_API_KEY", "")));
    }

    [Theory]
    [InlineData("""{ "apikey": "hunter2" }""", "hunter2")]
    [InlineData("""{ "ApiKey": "hunter2", /* and */ "Other": 1, }""", "hunter2")]
    [InlineData("""{ "ApiKey": 7 }""", null)]
    [InlineData("{}", null)]
    public void A_value_is_a_text_of_the_name_in_any_case(string json, string? value)
    {
        Write(json, ".microsoft", "usersecrets", "an-id");

        Assert.Equal(value, Find(("HOME", _home.FullName)));
    }

    [Theory]
    [InlineData("[1]")]
    [InlineData("{")]
    [InlineData("")]
    public void What_is_no_object_is_refused_by_its_path(string json)
    {
        Write(json, ".microsoft", "usersecrets", "an-id");

        var exception = Assert.Throws<ParameterException>(() => Find(("HOME", _home.FullName)));

        Assert.StartsWith(
            $"the user secrets in '{Path.Combine(_home.FullName, ".microsoft", "usersecrets", "an-id", "secrets.json")}' are not a JSON "
                + $"object: ",
            exception.Message,
            StringComparison.Ordinal
        );
    }

    private static AssemblyBuilder AssemblyOf(params (string Key, string Value)[] metadata)
    {
        var constructor = typeof(AssemblyMetadataAttribute).GetConstructor([typeof(string), typeof(string)])!;
        return AssemblyBuilder.DefineDynamicAssembly(
            new AssemblyName("WithMetadata"),
            AssemblyBuilderAccess.Run,
            metadata.Select(pair => new CustomAttributeBuilder(constructor, [pair.Key, pair.Value]))
        );
    }

    private static string? Find(params (string Name, string Value)[] variables)
    {
        var parameter = TestPipeline.Define(withSecret: true).Parameters.Single(static parameter => parameter.IsSecret);
        return new SecretValues("an-id", name => variables.FirstOrDefault(variable => variable.Name == name).Value).Find(parameter);
    }

    private void Write(string json, params string[] folder) =>
        File.WriteAllText(
            Path.Combine(Directory.CreateDirectory(Path.Combine([_home.FullName, .. folder])).FullName, "secrets.json"),
            json
        );
}
