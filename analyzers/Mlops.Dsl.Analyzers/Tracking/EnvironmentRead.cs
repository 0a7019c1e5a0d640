using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Mlops.Dsl.Analyzers.Calls;
using Mlops.Dsl.Analyzers.Infrastructure;
using Mlops.Dsl.Analyzers.Reach;

namespace Mlops.Dsl.Analyzers.Tracking;

/// <summary>A setting that no parameter declares is in no cache key.</summary>
internal sealed class EnvironmentRead : ReachedOperationRule
{
    private static readonly DiagnosticDescriptor Descriptor = new(
        "MLP3005",
        "Stage reads the environment",
        "{0} reads '{1}': the value is in no cache key and no record of the run, so that a result made with another value is reused; "
            + "declare a [Parameter], or a [Secret]",
        RuleCategory.Tracking,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Parameters are validated, recorded with the run and part of the cache key. An environment variable, a switch that "
            + "the host sets or a configuration value that a stage reads, be it through options that are bound to it, is none of "
            + "that. What a parameter's default is computed from may come from the environment: the value is recorded.",
        helpLinkUri: RuleHelp.Link("MLP3005")
    );

    public override DiagnosticDescriptor Rule => Descriptor;

    public override ImmutableArray<string> Types =>
        [
            "System.Environment",
            "System.AppContext",
            "System.AppDomain",
            "Microsoft.Win32.Registry",
            "Microsoft.Win32.RegistryKey",
            "Microsoft.Extensions.Hosting.IHostEnvironment",
            "Microsoft.Extensions.Hosting.HostEnvironmentEnvExtensions",
            "System.Configuration.ConfigurationManager",
            "Microsoft.Extensions.Configuration.IConfiguration",
            "Microsoft.Extensions.Configuration.ConfigurationBinder",
            "Microsoft.Extensions.Configuration.ConfigurationExtensions",
            "Microsoft.Extensions.Options.IOptions`1",
            "Microsoft.Extensions.Options.IOptionsMonitor`1",
            "Microsoft.Extensions.Options.IOptionsSnapshot`1",
        ];

    public override StageFilter Stages => StageFilter.ExceptSources;

    public override Fault? Check(ReachedOperation operation) =>
        operation switch
        {
            { Operation: IPropertyReferenceOperation { Property.Name: "Value" or "CurrentValue", Instance: { } options } } => UnlessMade(
                operation,
                options
            ),
            { Member.Name: "Get", Operation: IInvocationOperation { Instance: { } options } } => UnlessMade(operation, options),
            _ => operation.Fault(operation.MemberName),
        };

    /// <summary>Options that the code itself makes, as a library's constructor may want them, hold what it says.</summary>
    private static Fault? UnlessMade(ReachedOperation operation, IOperation options) =>
        operation.Origins.UnlessMade(operation.Fault(operation.MemberName), operation.Origins.Read(options));

    // What else Environment tells is about the machine: MLP4009.
    public override bool Includes(ISymbol member) =>
        member.ContainingType.Name switch
        {
            "Environment" => member.Name
                is "GetEnvironmentVariable"
                    or "GetEnvironmentVariables"
                    or "ExpandEnvironmentVariables"
                    or "GetCommandLineArgs"
                    or "CommandLine",
            "AppContext" => member.Name is "TryGetSwitch" or "GetData",
            "AppDomain" => member.Name is "GetData",
            "Registry" => member.Name is "GetValue",
            "RegistryKey" => member.Name is "GetValue" or "GetValueNames" or "GetSubKeyNames",
            "IHostEnvironment" => member.Name is "EnvironmentName",
            "HostEnvironmentEnvExtensions" => member.Name is "IsDevelopment" or "IsStaging" or "IsProduction" or "IsEnvironment",
            "ConfigurationManager" => member.Name is "AppSettings" or "ConnectionStrings" or "GetSection",
            "IOptions" or "IOptionsMonitor" or "IOptionsSnapshot" => member.Name is "Value" or "CurrentValue" or "Get",
            _ => member.Name
                is "this[]"
                    or "GetSection"
                    or "GetChildren"
                    or "Get"
                    or "GetValue"
                    or "Bind"
                    or "GetConnectionString"
                    or "GetRequiredSection",
        };
}
